package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two methods of a class ask for the same runs; so do classes with the same settings. */
class RunAskedForTwiceTest {
  private static final List<DualRun> SEEN = new ArrayList<>();

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @AfterEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void isMeasuredOnceAndHandedToBoth() throws IOException {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");

    launch.run(TwoMethods.class).testEvents().assertStatistics(events -> events.succeeded(4));

    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_1", "run_2");
    assertThat(new SessionFiles(results.resolve("night")).table()).hasSize(2);
    assertThat(launch.console()).contains("2/2 gemma3").doesNotContain("3/2");
    assertThat(SEEN).hasSize(4);
    assertThat(SEEN.subList(2, 4))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(SEEN.subList(0, 2));
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 2,
      properties = {"backend=scripted", "warmup=0", "solo=off"})
  static class TwoMethods {
    @DualAgentTest
    void one(DualRun run) {
      assertThat(run).succeeded();
      SEEN.add(run);
    }

    @DualAgentTest
    void other(DualRun run) {
      SEEN.add(run);
    }
  }
}
