package dev.tr116.results;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.SettingsException;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  private static final String CELL =
      "multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/";

  @TempDir private Path results;
  private Path folder;

  @BeforeEach
  void nameTheSessionsFolder() {
    folder = results.resolve("night");
  }

  @Test
  void keepsARunBeforeAnythingIsSaidAboutIt() throws IOException {
    var store = ResultStore.create(Records.session(results));

    var stored =
        store.keep(
            Records.of(
                Traces.run(2)
                    .agents(
                        Traces.agent(COLLECTOR, 1000, Traces.call().answer("# Ünits\n")),
                        Traces.agent(INSIGHT, 1000, Traces.call().answer("so what")))));

    var run = folder.resolve(CELL + "run_2");
    assertThat(stored.record()).isEqualTo(run.resolve("metrics.json"));
    assertThat(files())
        .containsExactlyInAnyOrder(
            "session.json",
            CELL + "run_2/collector.md",
            CELL + "run_2/insight.md",
            CELL + "run_2/metrics.json",
            CELL + "run_2/trace.jsonl.gz",
            CELL + "run_2/block.json.gz");
    assertThat(run.resolve("collector.md")).hasContent("# Ünits\n");
    assertThat(run.resolve("insight.md")).hasContent("so what");
    assertThat(MetricsJsonTest.read(Files.readAllBytes(stored.record())).path("run_number").asInt())
        .isEqualTo(2);
  }

  @Test
  void keepsAFailedRunLikeAnyOther() {
    var store = ResultStore.create(Records.session(results));

    var stored = store.keep(Records.of(Traces.run(1).failed(500, "broken")));

    assertThat(stored.status()).isEqualTo(RunStatus.FAILED);
    assertThat(stored.record()).isNotEmptyFile();
    assertThat(store.runs()).containsExactly(stored);
    assertThat(store.metricsOf(Traces.CELL).measured()).isEmpty();
    assertThat(store.metricsOf(Traces.CELL).runs()).hasSize(1);
  }

  @Test
  void finishesWithWhatFollowsFromAllRuns() throws IOException {
    var store = ResultStore.create(Records.session(results, "tr116.runs", "3"));
    for (var number = 1; number <= 3; number++) {
      store.keep(Records.of(Traces.run(number)));
      store.keepOwnTime(Traces.id(number), 10 * number);
    }
    store.keep(Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2), Traces.run(3)));

    store.finish(true);

    assertThat(files())
        .filteredOn(name -> !name.contains("run_"))
        .containsExactlyInAnyOrder(
            "analysis.csv",
            "manifest.json",
            "own_time.jsonl",
            "session.json",
            "summary.json",
            "summary.md",
            CELL + "summary.json",
            CELL + "summary.md");
    assertThat(folder.resolve("analysis.csv")).content().hasLineCount(4);
    assertThat(store.summaryOf(Traces.CELL)).isEqualTo(folder.resolve(CELL + "summary.md"));
    var session = MetricsJsonTest.read(Files.readAllBytes(folder.resolve("session.json")));
    assertThat(session.path("status").textValue()).isEqualTo("complete");
    assertThat(session.path("runs_planned").intValue()).isEqualTo(3);
    assertThat(session.path("runs_recorded").intValue()).isEqualTo(3);
    assertThat(session.path("runs_failed").intValue()).isZero();
    assertThat(session.path("own_time_ms").toString())
        .isEqualTo("{\"median\":20.0,\"max\":30.0,\"n\":3}");
  }

  @Test
  void tellsHowASessionWentThatWasCutShort() throws IOException {
    var store = ResultStore.create(Records.session(results));
    store.keep(Records.of(Traces.run(1).failed(500, "broken")));
    store.keep(
        Records.of(
            Traces.run(2)
                .solo(
                    Traces.agent(
                        COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                    Traces.agent(INSIGHT, 900))));
    store.keep(Records.of(Traces.run(3).build(RunStatus.INTERRUPTED)));

    store.finish(false);

    var session = MetricsJsonTest.read(Files.readAllBytes(folder.resolve("session.json")));
    assertThat(session.path("status").textValue()).isEqualTo("partial");
    assertThat(session.path("runs_planned").intValue()).isEqualTo(5);
    assertThat(session.path("runs_recorded").intValue()).isEqualTo(3);
    assertThat(session.path("runs_failed").intValue())
        .as("a call that failed alone fails its run too")
        .isEqualTo(2);
    assertThat(session.path("own_time_ms").isNull()).isTrue();
  }

  @Test
  void writesDownWhatWasAskedForBeforeTheFirstRun() throws IOException {
    ResultStore.create(Records.session(results, "tr116.runs", "1", "tr116.seed", "7"));

    var session = MetricsJsonTest.read(Files.readAllBytes(folder.resolve("session.json")));

    assertThat(session.path("session").textValue()).isEqualTo("night");
    assertThat(session.path("status").textValue()).isEqualTo("running");
    assertThat(session.path("seed").intValue()).isEqualTo(7);
    assertThat(session.at("/properties/tr116.runs").textValue()).isEqualTo("1");
    assertThat(session.at("/settings/models").textValue()).isEqualTo("gemma3:latest");
    assertThat(session.at("/settings/solo").textValue()).isEqualTo("every");
    assertThat(session.at("/settings/slo/efficiency").textValue()).isEqualTo("97/95");
    assertThat(session.at("/environment/cores").intValue()).isEqualTo(8);
    assertThat(session.at("/order/0").textValue())
        .isEqualTo("multi/structured/gemma3:latest/chimera-homo/gpu80_ctx512_temp10/run_1");
  }

  @Test
  void refusesAFolderThatHoldsASession() {
    ResultStore.create(Records.session(results));

    assertThatThrownBy(() -> ResultStore.create(Records.session(results)))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "tr116 cannot start; one setting is wrong:\n  - tr116.session=night: "
                + folder
                + " already holds that session; choose another name,"
                + " or leave it out for one with the time");
  }

  @Test
  void tellsCellsApart() {
    var store = ResultStore.create(Records.session(results));
    var other = new dev.tr116.plan.CellId("multi", "structured", Traces.CELL.model(), "other", "x");

    var stored = store.keep(Records.of(Traces.run(1)));

    assertThat(store.runsOf(Traces.CELL)).containsExactly(stored);
    assertThat(store.runsOf(other)).isEmpty();
  }

  @Test
  void keepsOneVerdictOfACell() {
    var store = ResultStore.create(Records.session(results));
    var first = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1));
    var last = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2));

    store.keep(first);
    store.keep(last);

    assertThat(store.verdicts()).isEqualTo(List.of(last));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
