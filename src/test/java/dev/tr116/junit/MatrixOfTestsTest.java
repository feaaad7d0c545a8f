package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.Events;

/** Which tests a benchmark class becomes, in which order and under which names. */
class MatrixOfTestsTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start(Model.named("gemma3"), Model.named("qwen2.5"))
          .always(Answers.OF_A_FIFTH_OF_A_SECOND);

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void runsOfAllCellsComeBeforeTheirVerdicts() throws IOException {
    launch.set(Property.RUNS, 3);

    var tests = launch.run(TwoModels.class).testEvents();

    assertThat(names(tests))
        .containsExactly(
            "gemma3 · chimera-homo · run 1/3",
            "gemma3 · chimera-homo · run 2/3",
            "gemma3 · chimera-homo · run 3/3",
            "qwen2.5 · chimera-homo · run 1/3",
            "qwen2.5 · chimera-homo · run 2/3",
            "qwen2.5 · chimera-homo · run 3/3",
            "gemma3 · chimera-homo · verdict",
            "qwen2.5 · chimera-homo · verdict");
    tests.assertStatistics(counts -> counts.started(8).succeeded(8));
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).hasSize(6);
  }

  @Test
  void onlyChoosesOneRunOfFiveAndKeepsItsName() throws IOException {
    launch.set(Property.ONLY, "qwen2.5/chimera-homo/4");

    var tests = launch.run(TwoModels.class).testEvents();

    assertThat(names(tests))
        .containsExactly("qwen2.5 · chimera-homo · run 4/5", "qwen2.5 · chimera-homo · verdict");
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_4");
  }

  @Test
  void verdictOnTooFewRunsIsAbortedWithWhatToDo() {
    launch.set(Property.ONLY, "gemma3/chimera-homo/1");

    var tests = launch.run(TwoModels.class).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(1).aborted(1));
    assertThat(Outcomes.messages(tests.aborted()))
        .singleElement()
        .asString()
        .startsWith("Inconclusive: gemma3 · chimera-homo has 1 measured run")
        .contains("raise tr116.runs or leave out tr116.only");
  }

  @Test
  void verdictThatMoreRunsWouldDecideIsAbortedWithTheirNumber() {
    var tests = launch.run(OnePercentile.class).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(3).aborted(1).failed(0));
    assertThat(Outcomes.messages(tests.aborted()))
        .containsExactly(
            "Inconclusive: gemma3 · chimera-homo ttft-p95: p95 is refused: 6 of the 59 calls it"
                + " needs; 27 more runs (or tr116.slo.ttft-p95=off)");
  }

  private static List<String> names(Events tests) {
    return tests.started().map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  @AgentBenchmark(
      models = {"gemma3", "qwen2.5"},
      scenarios = "chimera-homo",
      properties = {
        "solo=off",
        "warmup=0",
        "slo.concurrency-speedup=off",
        "slo.efficiency=off",
        "slo.ttft-p95=off",
        "slo.contention-rate=off"
      })
  static class TwoModels {
    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict).holds();
    }

    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 3,
      properties = {
        "solo=off",
        "warmup=0",
        "slo.concurrency-speedup=off",
        "slo.efficiency=off",
        "slo.contention-rate=off"
      })
  static class OnePercentile {
    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict).holds();
    }

    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
