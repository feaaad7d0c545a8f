package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.trace.DualRun;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A process with a PATH of its own that runs a benchmark; it exits with the number of failures. */
final class PowerOfASession {
  private PowerOfASession() {}

  public static void main(String... none) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build())
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(TwoRuns.class))
                .build(),
            listener);
    var summary = listener.getSummary();
    summary.getFailures().forEach(failure -> System.out.println(failure.getException()));
    System.exit((int) summary.getTotalFailureCount());
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 2,
      properties = {"backend=scripted", "warmup=0", "calibration=off", "session=night"})
  static class TwoRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
