package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The class that the README shows, run as it stands there. */
class ReadmeSnippetTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @Test
  void isGreenOnAKnownSchedule() throws Exception {
    launch.set(Property.RESULTS, results);
    launch.set(Property.BACKEND, "scripted");
    // Three runs on a busy machine would leave TR116's limits undecided.
    System.setProperty("tr116.slo.concurrency-speedup", "1.2/1.0");
    System.setProperty("tr116.slo.efficiency", "60/50");

    var execution = launch.run(Class.forName("dev.tr116.readme.AgentsStayFastIT"));

    execution.testEvents().assertStatistics(events -> events.started(4).succeeded(4));
    assertThat(recorded()).containsExactly("run_1", "run_2", "run_3");
  }

  private Iterable<String> recorded() throws IOException {
    return BenchmarkLaunch.runsRecordedIn(results);
  }
}
