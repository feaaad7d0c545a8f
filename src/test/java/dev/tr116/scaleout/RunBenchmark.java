package dev.tr116.scaleout;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a benchmark class in a process of its own, without Maven: what a task of a cluster starts
 * from a class path that was built before. Exit code 1 when a test failed or none was found.
 */
final class RunBenchmark {
  private RunBenchmark() {}

  public static void main(String[] arguments) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(arguments[0]))
            .build();
    var summary = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, summary);
    var outcome = summary.getSummary();
    outcome.printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8), 5);
    System.exit(outcome.getTestsFoundCount() == 0 || outcome.getTotalFailureCount() > 0 ? 1 : 0);
  }
}
