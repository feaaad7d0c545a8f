package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tr116.plan.Property;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session that measures each agent alone once a cell, or not at all. */
class SoloOnceTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
  }

  @Test
  void comparesTheOtherRunsWithTheFirstOne() throws IOException {
    launch.set(Property.SOLO, "once");

    launch.run(ThreeRuns.class).testEvents().assertStatistics(events -> events.succeeded(3));

    assertThat(record(1).at("/agents/0/solo_from_run").intValue()).isEqualTo(1);
    assertThat(record(1).at("/agents/0/solo_calls")).hasSize(1);
    for (var number = 2; number <= 3; number++) {
      var run = record(number);
      assertThat(run.at("/agents/1/solo_from_run").intValue()).isEqualTo(1);
      assertThat(run.at("/agents/1/solo_wall_ms"))
          .isEqualTo(record(1).at("/agents/1/solo_wall_ms"));
      assertThat(run.at("/agents/1/solo_calls")).isEmpty();
      assertThat(run.at("/summary/true_speedup").isNumber()).isTrue();
    }
    assertThat(launch.console())
        .contains("baseline of another run in 2 of 3 runs (tr116.solo=once)");
  }

  @Test
  void measuresTheBaselineWithWhateverRunIsTheFirst() throws IOException {
    launch.set(Property.SOLO, "once");
    launch.set(Property.ONLY, "gemma3/chimera-homo/3");

    launch.run(ThreeRuns.class).testEvents().assertStatistics(events -> events.succeeded(1));

    assertThat(record(3).at("/agents/0/solo_from_run").intValue()).isEqualTo(3);
    assertThat(record(3).at("/agents/0/solo_calls")).hasSize(1);
  }

  @Test
  void saysWhyThereIsNoTrueSpeedup() throws IOException {
    launch.set(Property.SOLO, "off");

    launch.run(ThreeRuns.class).testEvents().assertStatistics(events -> events.succeeded(3));

    assertThat(record(2).at("/summary/true_speedup").isNull()).isTrue();
    assertThat(record(2).at("/summary/true_speedup_missing").textValue())
        .isEqualTo("tr116.solo=off");
    assertThat(launch.console()).contains("no true speedup in 3 of 3 runs: tr116.solo=off");
    assertThat(Files.readString(results.resolve("night/summary.md")))
        .contains("no true speedup in 3 of 3 runs: tr116.solo=off");
  }

  private JsonNode record(int number) throws IOException {
    try (Stream<Path> files = Files.walk(results)) {
      var file = files.filter(path -> path.endsWith("run_" + number + "/metrics.json")).findFirst();
      return new ObjectMapper().readTree(file.orElseThrow().toFile());
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 3,
      properties = {"backend=scripted", "warmup=0"})
  static class ThreeRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
