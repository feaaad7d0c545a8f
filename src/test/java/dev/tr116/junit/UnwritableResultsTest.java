package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tr116.plan.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Results folders in which nothing can be kept: said before anything is measured. */
class UnwritableResultsTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path folder;

  @Test
  void fileInsteadOfAFolderIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("results"), "notes of my own");

    assertThat(refusal(file))
        .startsWith("tr116 cannot start; one setting is wrong:\n  - tr116.results=" + file + ": ")
        .contains(file.resolve("night") + " cannot be written: ")
        .endsWith("; name a folder that can be made and written");
    assertThat(file).hasContent("notes of my own");
  }

  @Test
  void folderBelowAFileIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("notes"), "of my own");

    assertThat(refusal(file.resolve("results")))
        .contains("tr116.results=" + file.resolve("results") + ": ")
        .contains(" cannot be written: ");
    assertThat(file).hasContent("of my own");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nameThatIsTooLongForTheSystemIsNamed() {
    assertThat(refusal(folder.resolve("r".repeat(300)))).contains("File name too long");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pathOfMoreThanThreeHundredCharactersIsNoTrouble() throws IOException {
    var deep = folder.resolve(String.join("/", Collections.nCopies(10, "a".repeat(40))));
    measureInto(deep);

    launch.run(OneRun.class).testEvents().assertStatistics(events -> events.succeeded(1));

    assertThat(BenchmarkLaunch.runsRecordedIn(deep)).containsExactly("run_1");
    assertThat(deep.resolve("night/report.html")).isNotEmptyFile();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folderThatMustNotBeWrittenIsNamed() throws Exception {
    var closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(close(closed), "here nothing can be kept from writing: root, and no chattr");
    try {
      assertThat(refusal(closed.resolve("results")))
          .containsAnyOf("no permission for ", "Operation not permitted");
      assertThat(closed).isEmptyDirectory();
    } finally {
      run("chattr", "-i", closed.toString());
      assertThat(closed.toFile().setWritable(true)).isTrue();
    }
  }

  /** By its permissions, which do not hold root back, or by the file system. */
  private static boolean close(Path folder) throws Exception {
    assertThat(folder.toFile().setWritable(false)).isTrue();
    return !Files.isWritable(folder) || run("chattr", "+i", folder.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private String refusal(Path results) {
    measureInto(results);
    var executed = launch.run(OneRun.class);
    executed.testEvents().assertThatEvents().isEmpty();
    var failures = Outcomes.messages(executed.containerEvents().failed());
    assertThat(failures).hasSize(1);
    return failures.getFirst();
  }

  private void measureInto(Path results) {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      runs = 1,
      properties = {"backend=scripted", "warmup=0", "solo=off"})
  static class OneRun {
    @DualAgentTest
    void run() {}
  }
}
