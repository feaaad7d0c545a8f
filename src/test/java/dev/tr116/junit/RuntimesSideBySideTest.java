package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.exec.Python3;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.Property;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session that measures the same blocks under every runtime. */
@Timeout(240)
class RuntimesSideBySideTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @Test
  void measuresTheSameUnderEachAndComparesThem() throws IOException {
    Python3.assumeInstalled();
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");

    var runs = launch.run(EveryRuntime.class).testEvents();

    assertThat(Outcomes.messages(runs.failed())).isEmpty();
    runs.assertStatistics(events -> events.started(5).succeeded(5));

    var summary = new JsonMapper().readTree(results.resolve("s/summary.json").toFile());
    var compared = new ArrayList<String>();
    summary.path("runtimes").forEach(each -> compared.add(each.at("/compared/runtime").asText()));
    assertThat(new HashSet<>(compared))
        .containsExactlyInAnyOrder("platform", "async", "event-loop", "exec:python");
    assertThat(summary.at("/runtimes/0/ratio").isNull()).as("one run tells nothing").isTrue();
    assertThat(Files.readString(results.resolve("s/summary.md")))
        .contains("## Between runtimes", "| wall time, ms | exec:python | 1 | ");
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).hasSize(5);
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 1,
      properties = {
        "backend=scripted",
        "runtimes=structured,platform,async,event-loop,exec:python"
      })
  static class EveryRuntime {
    @DualAgentTest
    void run(DualRun run, DualRunMetrics metrics) {
      assertThat(run).succeeded();
      // The script: 100 ms, then 40 and 60 tokens, 3 ms apart alone and 3.75 ms beside each other.
      assertThat(metrics.concurrentWall().orElseThrow()).isBetween(300.0, 3000.0);
      assertThat(metrics.trueSpeedup().orElseThrow()).isBetween(0.1, 4.0);
    }
  }
}
