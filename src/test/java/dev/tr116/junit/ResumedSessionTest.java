package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Property;
import dev.tr116.results.Manifest;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session that is asked for a second time. */
class ResumedSessionTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @BeforeEach
  void nameIt() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
    launch.set(Property.SOLO, "once");
  }

  @Test
  void measuresOnlyWhatIsMissing() throws IOException {
    launch.run(FourRuns.class);
    var whole = figures();
    Files.delete(record(1));
    var before = contents();

    var again = launch.run(FourRuns.class);

    again.testEvents().assertStatistics(events -> events.succeeded(5));
    assertThat(launch.console())
        .contains("goes on: 3 runs are kept")
        .contains("run 3/4  kept from ");
    assertThat(contents())
        .as("the records that were there")
        .containsAllEntriesOf(before)
        .hasSize(4);
    assertThat(Files.readString(results.resolve("night/checklist.md")))
        .contains("| TR116-2 | The table made again from the records has the same bytes | PASS |")
        .contains("| TR116-6 | Everything was measured in this session | PASS |");
    assertThat(session().path("resumed_at")).hasSize(1);
    assertThat(session().path("status").textValue()).isEqualTo("complete");
    assertThat(session().path("runs_recorded").intValue()).isEqualTo(4);
    // The agents alone were measured with run 1: it had to be measured again with a new baseline.
    assertThat(figures().lines().toList()).hasSameSizeAs(whole.lines().toList());
  }

  @Test
  void isSoundWithARunThatWasSetAside() throws IOException {
    launch.run(FourRuns.class);
    Files.writeString(record(2), Files.readString(record(2)).replace("\"ok\"", "\"failed\""));

    launch.run(FourRuns.class).testEvents().assertStatistics(events -> events.succeeded(5));

    assertThat(record(2).resolveSibling("set_aside_1")).isNotEmptyDirectory();
    assertThat(Files.readString(results.resolve("night/checklist.md"))).doesNotContain("| FAIL |");
    assertThat(Manifest.verify(results.resolve("night")).isIntact()).isTrue();
  }

  @Test
  void ofWhichNothingIsMissingSaysWhatItSaid() throws IOException {
    launch.run(FourRuns.class);
    var table = figures();
    var summary = Files.readString(cell().resolve("summary.json"));
    var before = contents();

    launch.run(FourRuns.class).testEvents().assertStatistics(events -> events.succeeded(5));

    assertThat(figures()).isEqualTo(table);
    assertThat(Files.readString(cell().resolve("summary.json"))).isEqualTo(summary);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void reusesTheBaselineOfAKeptRun() throws IOException {
    launch.run(FourRuns.class);
    Files.delete(record(3));

    launch.run(FourRuns.class);

    var first = new JsonMapper().readTree(record(1).toFile()).path("agents").get(0);
    var third = new JsonMapper().readTree(record(3).toFile()).path("agents").get(0);
    assertThat(third.path("solo_from_run").intValue()).isEqualTo(1);
    assertThat(third.path("solo_wall_ms")).isEqualTo(first.path("solo_wall_ms"));
  }

  private com.fasterxml.jackson.databind.JsonNode session() throws IOException {
    return new JsonMapper().readTree(results.resolve("night/session.json").toFile());
  }

  private String figures() throws IOException {
    return Files.readString(results.resolve("night/analysis.csv"));
  }

  private Path cell() {
    return results.resolve("night/multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10");
  }

  private Path record(int run) {
    return cell().resolve("run_" + run + "/metrics.json");
  }

  private Map<Path, String> contents() throws IOException {
    try (var files = Files.walk(cell())) {
      return files
          .filter(file -> file.endsWith("metrics.json"))
          .collect(Collectors.toMap(file -> file, ResumedSessionTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 4,
      properties = {"backend=scripted", "warmup=0", "power=off"})
  static class FourRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded().hasTrueSpeedupAbove(0.5);
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict.cell().runs()).hasSize(4);
    }
  }
}
