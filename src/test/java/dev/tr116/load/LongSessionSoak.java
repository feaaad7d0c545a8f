package dev.tr116.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.junit.AgentBenchmark;
import dev.tr116.junit.DualAgentTest;
import dev.tr116.plan.Model;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of {@code -Dsoak.runs=5000} runs with tiny answers, in a JVM of 1 GiB. */
class LongSessionSoak {
  private static final List<Model> MODELS =
      List.of(
          Model.named("gemma3"),
          Model.named("qwen2.5"),
          Model.named("llama3.1"),
          Model.named("qwen2.5:14b"),
          Model.named("gemma3:12b"));
  private static final int SCENARIOS = 2;
  private static final long MOST_HOURS = 3;

  @TempDir private Path folder;

  @Test
  void isRecordedAndReportedToItsEnd() throws Exception {
    var each = Math.max(1, Integer.getInteger("soak.runs", 5000) / MODELS.size() / SCENARIOS);
    var runs = each * MODELS.size() * SCENARIOS;
    var began = System.nanoTime();
    OptionalLong peak;
    try (var server =
        ScriptedServer.start(MODELS.toArray(Model[]::new))
            .forgetful()
            .always(Script.answer(Duration.ofMillis(1), 3, Duration.ofMillis(1)))) {
      peak = measure(server.endpoint(), each);
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    var session = folder.resolve("results/long");
    var said = Files.readString(folder.resolve("said"));
    System.err.printf(
        "%d runs: %d s, %.1f ms a run, at most %s MiB%n",
        runs,
        took.toSeconds(),
        took.toMillis() / (double) runs,
        peak.isPresent() ? peak.getAsLong() : "an unknown number of");
    said.lines().skip(Math.max(0, said.lines().count() - 30)).forEach(System.err::println);

    var stored = StoredSession.read(session);
    assertThat(stored.status()).isEqualTo("complete");
    assertThat(stored.missing()).isEmpty();
    assertThat(stored.unreadable()).isEmpty();
    assertThat(stored.failures()).isEmpty();
    assertThat(stored.cells())
        .hasSize(MODELS.size() * SCENARIOS)
        .allSatisfy(
            cell ->
                assertThat(cell.runs())
                    .hasSize(each)
                    .allMatch(run -> run.stored().status() == RunStatus.OK));
    assertThat(Manifest.verify(session).findings()).isEmpty();
    assertThat(Files.readAllLines(session.resolve("analysis.csv"))).hasSize(runs + 1);
    assertThat(List.of("summary.json", "summary.md", "report.html"))
        .allSatisfy(file -> assertThat(session.resolve(file)).isNotEmptyFile());
    assertThat(said)
        .contains(": " + runs + " runs on ", "[tr116] cell ", "gemma3:12b · chimera-homo");
  }

  private OptionalLong measure(URI server, int runsEach) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dallure.results.directory=" + folder.resolve("allure"),
                "-Dtr116.results=" + folder.resolve("results"),
                "-Dtr116.session=long",
                "-Dtr116.models="
                    + MODELS.stream().map(Model::tag).collect(Collectors.joining(",")),
                "-Dtr116.endpoints=" + server + "," + server,
                "-Dtr116.runs=" + runsEach,
                "-Dtr116.calibration=off",
                "-Dtr116.power=off",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.tr116.scaleout.RunBenchmark",
                ManyTinyRuns.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    try {
      var deadline = System.nanoTime() + Duration.ofHours(MOST_HOURS).toNanos();
      var peak = OptionalLong.empty();
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        var now = peakMib(process.pid());
        peak = now.isPresent() ? now : peak;
        assertThat(System.nanoTime()).as("it ends").isLessThan(deadline);
      }
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
      return peak;
    } finally {
      process.destroyForcibly();
    }
  }

  private static OptionalLong peakMib(long pid) {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException ended) {
      return OptionalLong.empty();
    }
  }

  /** As many as the property says. */
  @AgentBenchmark(
      scenarios = {"baseline-vs-chimera", "chimera-homo"},
      properties = {"warmup=0", "rerun=off", "slo.enforce=false"})
  static class ManyTinyRuns {
    @DualAgentTest
    void run() {}
  }
}
