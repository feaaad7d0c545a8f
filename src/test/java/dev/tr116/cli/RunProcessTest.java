package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} in a process of its own, on the scripted servers. */
@Timeout(300)
class RunProcessTest {
  @TempDir private Path folder;

  @Test
  void measuresASessionAndSaysWhereItIs() throws Exception {
    var run = start("--runs=3", "--only=gemma3/chimera-homo", "--scenario.own=a:; b:");

    var code = code(run);

    assertThat(code).as(printed()).isZero();
    var session = folder.resolve("results/night");
    assertThat(printed())
        .contains("3/3 gemma3 · chimera-homo · run 3/3", "checklist: ", "results: " + session)
        .contains("        " + session.resolve("summary.md"))
        .doesNotContain("failed: ", "\033");
    assertThat(StoredSession.read(session).status()).isEqualTo("complete");
    assertThat(folder.resolve("allure-results")).doesNotExist();
  }

  @Test
  void namesEveryRunThatFailed() throws Exception {
    var run = start("--runs=1", "--only=gemma3/chimera-homo", "--timeout.total=1ms");

    var code = code(run);

    assertThat(code).as(printed()).isEqualTo(1);
    assertThat(printed())
        .contains("failed: gemma3 · chimera-homo · run 1/1\n    Run failed: ", "TIMEOUT_TOTAL")
        .doesNotContain("\tat ", "MultipleFailuresError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  @DisabledOnOs(OS.WINDOWS)
  void toldToEndKeepsWhatWasMeasuredAndSaysHowToGoOn(String signal) throws Exception {
    assumeFalse(
        signal.equals("INT") && isInterruptIgnored(),
        "what a shell starts in the background ignores SIGINT, and so do its children");
    var run = start("--runs=100", "--only=gemma3/chimera-homo");
    awaitTwoRuns(run);

    new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
    var code = code(run);

    assertThat(code).as(printed()).isEqualTo(130);
    assertThat(printed())
        .contains("interrupted: what was measured is kept; to go on, give the same settings again")
        .contains("-Dtr116.session=night", "planned runs were not measured")
        .doesNotContain("failed: ", "Exception");
    var stored = StoredSession.read(folder.resolve("results/night"));
    assertThat(stored.status()).isEqualTo("partial");
    assertThat(stored.unreadable()).isEmpty();
    assertThat(stored.cells().getFirst().runs()).hasSizeBetween(2, 99);
    assertThat(Manifest.verify(folder.resolve("results/night")).isIntact()).isTrue();
    assertThat(folder.resolve("results/night/analysis.csv")).isNotEmptyFile();
    assertThat(folder.resolve("results/night/summary.md")).isNotEmptyFile();
  }

  /** SIGINT is number 2: the second bit of the mask. Elsewhere than on Linux nothing is known. */
  private static boolean isInterruptIgnored() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    var ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 0b10) != 0;
  }

  private void awaitTwoRuns(Process run) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (recorded() < 2 && run.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    if (recorded() < 2) {
      run.destroyForcibly();
    }
    assertThat(recorded()).as("runs recorded before the signal").isGreaterThanOrEqualTo(2);
  }

  private int code(Process run) throws InterruptedException, IOException {
    try {
      assertThat(run.waitFor(150, TimeUnit.SECONDS)).as("it ends; it said %s", printed()).isTrue();
      return run.exitValue();
    } finally {
      run.destroyForcibly();
    }
  }

  private Process start(String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-preview",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dallure.results.directory=" + folder.resolve("allure"),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.tr116.cli.Main",
            "run",
            "--backend=scripted",
            "--models=gemma3",
            "--session=night",
            "--calibration=off",
            "--power=off",
            "--warmup=0",
            "--slo.ttft-p95=off"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("printed").toFile())
        .start();
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed"));
  }

  private long recorded() {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("metrics.json")).count();
    } catch (IOException | java.io.UncheckedIOException movedMeanwhile) {
      return 0;
    }
  }
}
