package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session whose process is killed in the middle. */
class KilledSessionTest {
  private static final List<String> PLAN =
      List.of("run_1", "run_2", "run_3", "run_4", "run_5", "run_6");

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path folder;

  @Test
  void goesOnWithWhatIsMissing() throws Exception {
    var results = folder.resolve("results");
    var session = start(results);
    try {
      Await.until("two runs are recorded", () -> recorded(results).size() >= 2);
    } finally {
      session.destroyForcibly().waitFor();
    }
    var before = recorded(results);
    assertThat(before).as("runs recorded before the kill").hasSizeBetween(2, 5);
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");

    launch.run(SixRuns.class).testEvents().assertStatistics(events -> events.succeeded(6));

    assertThat(recorded(results)).containsAllEntriesOf(before);
    assertThat(recorded(results).keySet()).containsExactlyElementsOf(PLAN);
    assertThat(launch.console())
        .contains("goes on: " + before.size() + " runs are kept")
        .doesNotContain("measured again");
  }

  private Process start(Path results) throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-preview",
            "-XX:TieredStopAtLevel=1",
            "-Dallure.results.directory=" + folder.resolve("allure"),
            "-Dtr116.results=" + results,
            "-Dtr116.session=night",
            "-Dtr116.calibration=off",
            "-cp",
            classPath,
            "dev.tr116.scaleout.RunBenchmark",
            SixRuns.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("session.log").toFile())
        .start();
  }

  /** The text of each record by the folder of its run. */
  private static Map<String, String> recorded(Path results) {
    var records = new TreeMap<String, String>();
    if (Files.isDirectory(results)) {
      try (var files = Files.walk(results)) {
        for (var file : files.filter(file -> file.endsWith("metrics.json")).toList()) {
          records.put(file.getParent().getFileName().toString(), Files.readString(file));
        }
      } catch (IOException unreadable) {
        throw new java.io.UncheckedIOException(unreadable);
      }
    }
    return records;
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 6,
      properties = {"backend=scripted", "warmup=0", "power=off"})
  static class SixRuns {
    @DualAgentTest
    void run() {}
  }
}
