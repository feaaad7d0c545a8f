package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.exec.Python3;
import dev.tr116.plan.Property;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Agents with work of their own and a second call that depends on the first, anywhere. */
@Timeout(240)
class ReportUnderRuntimesTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;
  @TempDir private Path data;

  @Test
  void takesItsStepsUnderEveryRuntime() throws IOException {
    Python3.assumeInstalled();
    Files.writeString(data.resolve("table.csv"), "a,b\n1,2\n");
    launch.set(Property.RESULTS, results);
    launch.set(Property.WORKLOAD_FOLDER, data);

    var tests = launch.run(Reports.class).testEvents();

    assertThat(Outcomes.messages(tests.failed())).isEmpty();
    tests.assertStatistics(events -> events.succeeded(3));
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 1,
      properties = {
        "backend=scripted",
        "workload=report",
        "runtimes=platform,event-loop,exec:python"
      })
  static class Reports {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
      assertThat(run.agents()).allMatch(agent -> agent.calls().size() == 2);
      assertThat(run.agents()).allMatch(agent -> isWithin(agent, run));
    }

    /** An outside program's stamps lie as much too early as it took to tell it to go. */
    private static boolean isWithin(AgentRun agent, DualRun run) {
      var ingest = agent.own().getFirst();
      return ingest.started() >= run.released()
          && ingest.ended() <= agent.calls().getFirst().stamps().firstContent().orElseThrow();
    }
  }
}
