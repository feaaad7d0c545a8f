package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.results.FailureEntry.Loaded;
import dev.tr116.results.FailureEntry.Part;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
  @TempDir private Path folder;
  private FailureLog log;

  @BeforeEach
  void openLog() {
    log = FailureLog.in(folder);
  }

  @Test
  void lineTellsWhatWasAttemptedWhatFailedAndWhatWasInMemory() throws IOException {
    log.add(
        failure(
            Optional.of(
                List.of(
                    new Loaded("gemma3:latest", OptionalLong.of(9), OptionalLong.of(5)),
                    new Loaded("älter:1b", OptionalLong.of(2), OptionalLong.of(2))))));

    var lines = Files.readAllLines(log.file());
    var json =
        MetricsJsonTest.read(lines.getFirst().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(lines).hasSize(1);
    assertThat(json.path("cell").textValue()).isEqualTo(Traces.CELL.key());
    assertThat(json.path("run").intValue()).isEqualTo(2);
    assertThat(json.path("part").textValue()).isEqualTo("concurrent");
    assertThat(json.at("/failure/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(json.at("/failure/model").textValue()).isEqualTo("gemma3:latest");
    assertThat(json.at("/failure/http_status").intValue()).isEqualTo(500);
    assertThat(json.at("/failure/chars_received").isInt()).isTrue();
    assertThat(json.path("vram_bytes").intValue()).isEqualTo(7);
    assertThat(json.at("/loaded/1/model").textValue()).isEqualTo("älter:1b");
    assertThat(json.path("decision").textValue()).isEqualTo("none");
  }

  @Test
  void whatAServerDidNotTellIsAbsentNotZero() throws IOException {
    log.add(failure(Optional.empty()));
    log.add(
        failure(
            Optional.of(List.of(new Loaded("m:1", OptionalLong.empty(), OptionalLong.empty())))));
    log.add(failure(Optional.of(List.of())));

    var lines = Files.readAllLines(log.file());

    assertThat(lines.get(0)).contains("\"vram_bytes\":null,\"loaded\":null");
    assertThat(lines.get(1)).contains("\"vram_bytes\":null,\"loaded\":[{\"model\":\"m:1\"");
    assertThat(lines.get(2)).contains("\"vram_bytes\":0,\"loaded\":[]");
  }

  @Test
  void linesAreReadInTheirOrder() {
    log.add(failure(Optional.of(List.of())));
    log.add(
        new FailureEntry(
            Traces.STARTED_AT,
            Traces.CELL,
            OptionalInt.empty(),
            Part.WARM_UP,
            Optional.empty(),
            Optional.empty(),
            "fall back"));

    assertThat(log.read())
        .containsExactly(
            new KeptFailure(
                Traces.CELL.key(),
                Optional.of(2L),
                "concurrent",
                Optional.of("collector"),
                Optional.of("HTTP_STATUS"),
                Optional.of("broken"),
                Optional.of(0L),
                "none"),
            new KeptFailure(
                Traces.CELL.key(),
                Optional.empty(),
                "warm-up",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "fall back"));
  }

  @Test
  void halfALineOfAKilledSessionIsNotReadAndMakesRoomForTheNext() throws IOException {
    log.add(failure(Optional.empty()));
    var whole = Files.readString(log.file());
    Files.writeString(log.file(), whole.substring(0, 40), StandardOpenOption.APPEND);

    assertThat(log.read()).hasSize(1);

    log.add(failure(Optional.empty()));
    assertThat(log.file()).content().isEqualTo(whole + whole);
  }

  @Test
  void nothingButHalfALineIsNoEntry() throws IOException {
    Files.writeString(log.file(), "{\"time\":");

    assertThat(log.read()).isEmpty();

    log.add(failure(Optional.empty()));
    assertThat(log.read()).hasSize(1);
  }

  @Test
  void sessionWithoutFailuresHasNoLog() {
    assertThat(log.read()).isEmpty();
    assertThat(log.file()).doesNotExist();
  }

  @Test
  void brokenLineIsRefusedWithItsNumber() throws IOException {
    log.add(failure(Optional.empty()));
    Files.writeString(log.file(), "{\"cell\":\n", StandardOpenOption.APPEND);

    assertThatThrownBy(log::read)
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith(log.file() + ": is no JSON")
        .hasMessageEndingWith("in line 2");
  }

  private static FailureEntry failure(Optional<List<Loaded>> loaded) {
    var agent = Traces.run(2).failed(500, "broken").build().agents().getFirst();
    assertThat(agent.failure().orElseThrow().kind()).isEqualTo(FailureKind.HTTP_STATUS);
    assertThat(agent.role()).isEqualTo(AgentRole.COLLECTOR);
    return new FailureEntry(
        Traces.STARTED_AT,
        Traces.CELL,
        OptionalInt.of(2),
        Part.CONCURRENT,
        Optional.of(agent),
        loaded,
        "none");
  }
}
