package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code tr116.runs=3..6}. */
class AdaptiveRunsTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start().always(Answers.OF_A_FIFTH_OF_A_SECOND);

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
    for (var metric : dev.tr116.plan.SloMetric.values()) {
      System.setProperty(metric.key(), "off");
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void endWhenEveryObjectiveIsDecided() throws IOException {
    System.setProperty("tr116.slo.concurrency-speedup", "0.2/0.1");

    var tests = launch.run(ThreeToSix.class).testEvents();

    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_1", "run_2", "run_3");
    assertThat(Outcomes.messages(tests.aborted()))
        .hasSize(3)
        .allSatisfy(
            message ->
                assertThat(message)
                    .isEqualTo(
                        "Not needed: the objectives of gemma3 · chimera-homo are decided, as far as"
                            + " tr116.runs=3..6 can decide them"));
    assertThat(launch.console()).doesNotContain("planned runs were not measured");
    assertThat(Files.readString(results.resolve("s").resolve("session.json")))
        .contains("\"status\" : \"complete\"", "\"runs\" : \"3..6\"");
  }

  @Test
  void goOnWhileTooFewRunsAreValid() throws IOException {
    System.setProperty("tr116.slo.concurrency-speedup", "0.2/0.1");
    server.inOrder(
        InvalidRunTest.COLD, InvalidRunTest.COLD, InvalidRunTest.COLD, InvalidRunTest.COLD);

    launch.run(ThreeToSix.class);

    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .as("two cold runs and three valid ones")
        .containsExactly("run_1", "run_2", "run_3", "run_4", "run_5");
  }

  @Test
  void doNotWaitForAPercentileThatTheirNumberCannotSupport() throws IOException {
    System.setProperty("tr116.slo.ttft-p95", "2000/3000");

    launch.run(ThreeToSix.class);

    assertThat(BenchmarkLaunch.runsRecordedIn(results)).hasSize(3);
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      properties = {"runs=3..6", "solo=off", "warmup=0"})
  static class ThreeToSix {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict.plannedRuns()).isEqualTo(verdict.cell().runs().size());
    }
  }
}
