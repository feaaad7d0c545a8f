package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvn verify} that is told to end, or is killed, while its benchmark measures. */
class CancelledBuildSoak {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @ParameterizedTest(name = "Maven is killed: {0}")
  @ValueSource(booleans = {false, true})
  @DisabledOnOs(OS.WINDOWS)
  void leavesAPartialSessionWithItsReport(boolean killed) throws Exception {
    assumeTrue(isMavenThere(), "no mvn on the PATH");
    var maven = start();
    try {
      await("three runs are recorded", () -> recorded() >= 3 || !maven.isAlive());
      assertThat(maven.isAlive()).as(said()).isTrue();

      if (killed) {
        maven.destroyForcibly();
      } else {
        maven.destroy();
      }

      assertThat(maven.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      maven.destroyForcibly();
    }
    var session = folder.resolve("results/night");
    await(
        "the benchmark lets go of its session",
        () -> Files.notExists(session.resolve(".session.lock.owner")));
    var stored = StoredSession.read(session);
    assertThat(stored.status()).as(said()).isEqualTo("partial");
    assertThat(stored.unreadable()).isEmpty();
    assertThat(stored.cells().getFirst().runs()).hasSizeBetween(3, 100);
    var json = new JsonMapper().readTree(session.resolve("session.json").toFile());
    assertThat(json.path("interrupted").booleanValue()).isTrue();
    assertThat(session.resolve("report.html")).content().contains("partial, interrupted");
    assertThat(session.resolve("summary.md")).isNotEmptyFile();
    assertThat(Manifest.verify(session).isIntact()).isTrue();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            "mvn",
            "-B",
            "-ntp",
            "verify",
            "-Dtr116.models=gemma3",
            "-Dtr116.backend=scripted",
            "-Dtr116.runs=200",
            "-Dtr116.calibration=off",
            "-Dtr116.session=night",
            "-Dtr116.results=" + folder.resolve("results"))
        .directory(Path.of(System.getProperty("basedir", "")).toAbsolutePath().toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private static boolean isMavenThere() throws InterruptedException {
    try {
      return new ProcessBuilder("mvn", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private void await(String what, BooleanSupplier condition) throws Exception {
    var deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).as(what + "; Maven said " + said()).isTrue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private long recorded() {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("metrics.json")).count();
    } catch (IOException | java.io.UncheckedIOException movedMeanwhile) {
      return 0;
    }
  }
}
