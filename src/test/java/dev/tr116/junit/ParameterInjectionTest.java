package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.results.StoredRun;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the methods of a benchmark may take as parameters. */
class ParameterInjectionTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start(Model.named("gemma3")).always(Answers.OF_A_FIFTH_OF_A_SECOND);

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
  void everyViewOfARunAndOfACellInAnyOrder() {
    var tests = launch.run(AllViews.class).testEvents();

    tests.assertStatistics(counts -> counts.started(2).succeeded(2));
  }

  @Test
  void nothingIsKnownBeforeTheRun() {
    var tests = launch.run(TooEarly.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .contains("DualRun is known only inside the test method");
    assertThat(server.prompts()).isEmpty();
  }

  @Test
  void viewOfACellIsNotOneOfARun() {
    var tests = launch.run(WrongView.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .contains("No ParameterResolver registered for parameter", "CellVerdict");
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 1,
      properties = {"solo=off", "warmup=0"})
  static class AllViews {
    @DualAgentTest
    void run(
        StoredRun stored,
        TestInfo test,
        RunId id,
        DualRun run,
        PlannedRun planned,
        DualRunMetrics metrics) {
      assertThat(test.getDisplayName()).isEqualTo(planned.displayName());
      assertThat(id).isEqualTo(planned.id()).isEqualTo(run.id()).isEqualTo(metrics.id());
      assertThat(stored.metrics()).isEqualTo(metrics);
      assertThat(stored.record()).isRegularFile();
    }

    @CellVerdictTest
    void verdict(CellId id, CellMetrics cell, CellVerdict verdict) {
      assertThat(verdict.cell()).isEqualTo(cell);
      assertThat(cell.id()).isEqualTo(id);
    }
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 1,
      properties = {"solo=off", "warmup=0"})
  static class TooEarly {
    @BeforeEach
    void prepare(DualRun run) {
      throw new AssertionError("no run is known yet: " + run);
    }

    @DualAgentTest
    void run() {}
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 1,
      properties = {"solo=off", "warmup=0"})
  static class WrongView {
    @DualAgentTest
    void run(CellVerdict verdict) {
      throw new AssertionError("a run has no verdict: " + verdict);
    }
  }
}
