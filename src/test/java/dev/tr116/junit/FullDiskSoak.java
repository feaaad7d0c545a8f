package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tr116.plan.Model;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full after some runs, has space again, and at last must not be written. */
class FullDiskSoak {
  private static final int RUNS = 30;

  @TempDir private Path folder;

  private final ScriptedServer server =
      ScriptedServer.start(Model.named("gemma3"))
          .always(Script.answer(Duration.ofMillis(10), 50, Duration.ofMillis(1)));

  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=400k", "none", disk.toString()),
        "a small disk cannot be mounted here; that takes root and Linux");
  }

  @AfterEach
  void unmount() throws Exception {
    server.close();
    assertThat(run("umount", disk.toString()) || !Files.isDirectory(disk.resolve("night")))
        .isTrue();
  }

  @Test
  void keepsWhatIsRecordedAndGoesOnOnceThereIsSpace() throws Exception {
    assertThat(measure("night")).as(said()).isEqualTo(1);

    var session = disk.resolve("night");
    assertThat(said())
        .contains(
            "No space left on device; check free space", "not recorded: ", "set tr116.results")
        .contains("-Dtr116.session=night");
    var full = StoredSession.read(session);
    var kept = full.cells().getFirst().runs().size();
    assertThat(full.unreadable()).isEmpty();
    assertThat(full.status()).isEqualTo("running");
    assertThat(kept).isBetween(1, RUNS - 1);
    assertThat(full.missing()).hasSize(RUNS - kept);
    var calls = server.prompts().size();

    assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
    assertThat(measure("night")).as(said()).isZero();

    assertThat(said()).contains("goes on: " + kept + " run");
    assertThat(StoredSession.read(session).status()).isEqualTo("complete");
    assertThat(Manifest.verify(session).isIntact()).isTrue();
    assertThat(calls)
        .as("nothing is measured that cannot be kept, but for one run")
        .isEqualTo(2 * (kept + 1));

    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    assertThat(measure("day")).isEqualTo(1);
    assertThat(said()).contains("tr116 cannot start", "cannot be written: Read-only file system");
  }

  private int measure(String session) throws Exception {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-XX:TieredStopAtLevel=1",
                "-Dallure.results.directory=" + folder.resolve("allure"),
                "-Dtr116.results=" + disk,
                "-Dtr116.session=" + session,
                "-Dtr116.endpoints=" + server.endpoint() + "," + server.endpoint(),
                "-Dtr116.runs=" + RUNS,
                "-Dtr116.calibration=off",
                "-Dtr116.power=off",
                "-Dtr116.preflight=off",
                "-cp",
                classPath,
                "dev.tr116.scaleout.RunBenchmark",
                FullDiskTest.NeverFree.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
