package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What an IDE does when one run of the tree is started again. */
class SingleRunTest {
  private static final String BENCHMARK =
      "[engine:junit-jupiter]/[class:" + FiveRuns.class.getName() + "]";

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
  }

  @Test
  void oneInvocationMeasuresOneRun() throws IOException {
    var outcomes =
        launch(
            BENCHMARK
                + "/[test-template:run(dev.tr116.trace.DualRun)]/[test-template-invocation:#2]");

    assertThat(outcomes).containsExactly("gemma3 · chimera-homo · run 2/5: SUCCESSFUL");
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_2");
    assertThat(launch.console())
        .contains("scripted: a known schedule is played, nothing is inferred")
        .contains("4 of 5 planned runs were not measured");
  }

  @Test
  void verdictWithoutItsRunsIsAborted() throws IOException {
    var outcomes =
        launch(
            BENCHMARK
                + "/[test-template:verdict(dev.tr116.slo.CellVerdict)]/[test-template-invocation:#1]");

    assertThat(outcomes).containsExactly("gemma3 · chimera-homo · verdict: ABORTED");
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).isEmpty();
  }

  private static List<String> launch(String uniqueId) {
    var outcomes = new ArrayList<String>();
    var launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build());
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectUniqueId(uniqueId))
            .build(),
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
              outcomes.add(test.getDisplayName() + ": " + result.getStatus());
            }
          }
        });
    return outcomes;
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 5,
      properties = {"backend=scripted", "solo=off", "warmup=0"})
  static class FiveRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict).holds();
    }
  }
}
