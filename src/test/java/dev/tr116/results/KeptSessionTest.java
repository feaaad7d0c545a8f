package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptSessionTest {
  @TempDir private Path results;

  private Path folder;
  private Path first;

  @BeforeEach
  void keepOneWholeAndOneFailedRun() {
    var store = ResultStore.create(Records.session(results, "tr116.seed", "7"));
    folder = store.session().directory();
    first = store.keep(Records.of(Traces.run(1))).record();
    store.keep(Records.of(Traces.run(2).failed(500, "broken")));
    store.finish(false);
  }

  @Test
  void tellsWhatWasWritten() {
    var session = KeptSession.read(folder);

    assertThat(session.name()).isEqualTo("night");
    assertThat(session.status()).isEqualTo("partial");
    assertThat(session.backend()).isEqualTo(Traces.OLLAMA);
    assertThat(session.environment()).isEqualTo(Records.MACHINE);
    assertThat(session.properties()).containsEntry("tr116.seed", "7");
    assertThat(session.startedAt()).isEqualTo(Traces.STARTED_AT.truncatedTo(ChronoUnit.MILLIS));
    assertThat(session.runs())
        .extracting(KeptRun::id)
        .containsExactlyInAnyOrder(Traces.id(1), Traces.id(2));
  }

  @ParameterizedTest
  @CsvSource({"jdk, jdk", "selector, selector"})
  void tellsWhatCarriedTheCalls(String chosen, String told) {
    var session = Records.session(results.resolve(chosen), "tr116.transport", chosen);

    assertThat(KeptSession.read(ResultStore.create(session).session().directory()).transports())
        .isEqualTo(told);
  }

  @Test
  void sessionThatDoesNotTellWhatCarriedItsCallsHadJavasClient() throws IOException {
    var file = folder.resolve("session.json");
    var text = Files.readString(file);
    Files.writeString(file, text.replaceFirst(",?\\s*\"transport\" : \"selector\"", ""));
    assertThat(Files.size(file)).isLessThan(text.length());

    assertThat(KeptSession.read(folder).transports()).isEqualTo("jdk");

    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"tr116.seed\"", "\"tr116.transport\" : \"selector\", \"tr116.seed\""));

    assertThat(KeptSession.read(folder).transports()).isEqualTo("selector");
  }

  @Test
  void tellsEachRunWithItsFigures() {
    var run = KeptRunReader.read(folder, first);

    assertThat(run.status()).isEqualTo(RunStatus.OK);
    assertThat(run.environment()).isEqualTo(Records.MACHINE);
    assertThat(run.served().digest()).hasValue("sha256:abc");
    assertThat(run.figures().concurrentWall()).hasValue(1210);
    assertThat(run.figures().concurrencySpeedup()).hasValue(2200.0 / 1210);
    assertThat(run.figures().trueSpeedup()).hasValue(1700.0 / 1210);
    var collector = run.agents().getFirst();
    assertThat(collector.role()).isEqualTo(AgentRole.COLLECTOR);
    assertThat(collector.wall()).hasValue(1000);
    assertThat(collector.soloWall()).hasValue(800);
    assertThat(collector.ttft()).hasValue(100);
    assertThat(collector.options().label()).isEqualTo("gpu80_ctx512_temp10");
    assertThat(collector.sentOptions().values()).containsEntry("seed", 142L);
  }

  @Test
  void figuresOfAFailedRunAreAbsent() {
    var failed = KeptSession.read(folder).runs().getLast();

    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.figures().concurrentWall()).isEmpty();
    assertThat(failed.agents().getFirst().ttft()).isEmpty();
  }

  @Test
  void machineThatTellsNothingIsReadToo() {
    var store =
        ResultStore.create(
            new Session(
                "silent",
                results.resolve("silent"),
                Records.session(results).settings(),
                Records.session(results).matrix(),
                Traces.STARTED_AT,
                Traces.STAND_IN,
                Records.SILENT_MACHINE));

    var session = KeptSession.read(store.session().directory());

    assertThat(session.environment()).isEqualTo(Records.SILENT_MACHINE);
    assertThat(session.environment().memoryMiB()).isEqualTo(Optional.empty());
    assertThat(session.runs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"concurrent_wall_time_ms\" : 1210.0 | \"concurrent_wall_time_ms\" : -1.0 | field summary.concurrent_wall_time_ms is -1.0, which no measurement gives",
        "\"concurrent_wall_time_ms\" : 1210.0 | \"concurrent_wall_time_ms\" : 1e400 | field summary.concurrent_wall_time_ms is",
        "\"concurrent_wall_time_ms\" : 1210.0 | \"concurrent_wall_time_ms\" : 1e15 | field summary.concurrent_wall_time_ms is 1.0E15, which no measurement gives",
        "\"concurrent_wall_time_ms\" : 1210.0 | \"concurrent_wall_time_ms\" : \"NaN\" | field summary.concurrent_wall_time_ms is \"NaN\" instead of a number",
        "\"concurrent_wall_time_ms\" : 1210.0 | \"concurrent_wall_time_ms\" : NaN | is no JSON",
        "\"concurrent_wall_time_ms\" | \"another_name\" | field summary.concurrent_wall_time_ms is missing",
        "\"ttft_ms\" : 100.0 | \"ttft_ms\" : true | field agents[0].ttft_ms is true instead of a number",
        "\"status\" : \"ok\" | \"status\" : \"fine\" | field status is 'fine': no run ends so",
        "\"status\" : \"ok\" | \"status\" : null | field status holds no text",
        "\"run_number\" : 1 | \"run_number\" : 0 | field run_number is 0 instead of a whole number from 1",
        "\"run_number\" : 1 | \"run_number\" : 2 | which belongs in",
        "\"scenario\" : \"chimera-homo\" | \"scenario\" : \"../../up\" | which belongs in",
        "\"started_at\" : \"2026 | \"started_at\" : \"soon | field started_at is 'soon",
        "\"role\" : \"collector\" | \"role\" : \"A b\" | field agents[0].role is 'A b': a role is",
        "\"cores\" : 8 | \"cores\" : \"8\" | field environment.cores is \"8\" instead of a whole number from 1",
      })
  void whatNoRunCanBeIsRefusedWithFileAndField(String written, String instead, String why)
      throws IOException {
    var text = Files.readString(first);
    assertThat(text).contains(written);
    Files.writeString(
        first,
        text.substring(0, text.indexOf(written))
            + instead
            + text.substring(text.indexOf(written) + written.length()));

    assertThatThrownBy(() -> KeptSession.read(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith(first + ": ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"`` | is no JSON", "[] | no JSON object", "{\"a\":1 | is no JSON", "{} | field"})
  void brokenFilesAreRefusedByName(String content, String why) throws IOException {
    Files.writeString(first, content);

    assertThatThrownBy(() -> KeptSession.read(folder))
        .hasMessageStartingWith(first + ": ")
        .hasMessageContaining(content.isEmpty() ? "no JSON object" : why);
  }

  @Test
  void folderWithoutASessionIsNone() {
    assertThat(KeptSession.isIn(results)).isFalse();
    assertThat(KeptSession.namesIn(results)).containsExactly("night");
    assertThat(KeptSession.namesIn(results.resolve("nowhere"))).isEmpty();
    assertThatThrownBy(() -> KeptSession.read(results))
        .hasMessage(results.resolve("session.json") + ": is missing");
  }

  @Test
  void otherFilesInItsFolderAreNoRuns() throws IOException {
    Files.writeString(folder.resolve("metrics.json"), "not ours");
    Files.createDirectories(first.resolveSibling("earlier"));
    Files.writeString(first.resolveSibling("earlier").resolve("metrics.json"), "not ours");

    assertThat(KeptSession.read(folder).runs()).hasSize(2);
  }
}
