package dev.tr116.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip that {@code package} makes, unpacked and started. Skipped where there is none. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class ZipTest {
  private static final Path BUILT = Path.of("target");

  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    var zip = zip();
    assumeTrue(zip.isPresent(), "no zip; mvn package -DskipTests makes it");
    try (var files = new ZipFile(zip.get().toFile())) {
      for (var entry : files.stream().filter(each -> !each.isDirectory()).toList()) {
        var file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (var content = files.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
    home = folder.resolve(zip.get().getFileName().toString().replaceFirst("\\.zip$", ""));
    Files.setPosixFilePermissions(
        home.resolve("bin/tr116"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void holdsAllThatIsNeededAndNoMore() throws IOException {
    try (var libraries = Files.list(home.resolve("lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("llama-"))
          .anyMatch(name -> name.startsWith("junit-jupiter-engine-"))
          .noneMatch(name -> name.startsWith("allure-"));
    }
    assertThat(home.resolve("README.md")).isNotEmptyFile();
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("bin/tr116")).content().doesNotContain("@jvm").contains("-XX:");
  }

  @Test
  void measuresThroughALinkInAnotherFolder() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("tr116"), home.resolve("bin/tr116"));

    var version = run(link.toString(), "--version");
    var measured =
        run(
            link.toString(),
            "run",
            "--backend=scripted",
            "--models=gemma3",
            "--runs=1",
            "--calibration=off",
            "--power=off",
            "--session=night");

    assertThat(version).startsWith("0: tr116 0.").contains("Java 25");
    assertThat(measured)
        .startsWith("0: [tr116] session night: 2 runs on scripted schedule, no inference")
        .contains(folder.resolve("results/night/summary.md").toString())
        .doesNotContain("NoClassDefFoundError", "WARNING");
    assertThat(run(link.toString(), "verify", "results/night")).startsWith("0: intact: ");
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
    var script = Files.readString(home.resolve("bin/tr116"));
    Files.writeString(
        home.resolve("bin/tr116"), script.replace("/usr/lib/jvm", folder + "/no-such-folder"));

    var said = run("/usr/bin/env", "-i", "PATH=/bin:/nowhere", home + "/bin/tr116", "--version");

    assumeTrue(!said.startsWith("0: "), "this machine has a JDK 25 in /bin");
    assertThat(said).startsWith("2: tr116 needs a JDK 25. Install one").contains("JAVA25_HOME");
  }

  private String run(String... command) throws IOException, InterruptedException {
    var printed = folder.resolve("printed");
    var builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
      return process.exitValue() + ": " + Files.readString(printed);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<Path> zip() throws IOException {
    if (!Files.isDirectory(BUILT)) {
      return Optional.empty();
    }
    try (var files = Files.list(BUILT)) {
      return files
          .filter(file -> file.getFileName().toString().matches("tr116-.*\\.zip"))
          .findFirst();
    }
  }
}
