package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
  @TempDir private Path folder;

  @Test
  void isHeldByOneUntilThatLetsGo() {
    var file = folder.resolve("locks/one.lock");

    try (var held = LockFile.take(file, "session one").held().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(LockFile.take(file, "session two").held()).isEmpty();
      assertThat(LockFile.take(file, "session two").owner())
          .startsWith("session one, process " + ProcessHandle.current().pid() + " on ")
          .contains(" since 2");
    }

    var next = LockFile.take(file, "session two").held();
    assertThat(next).isPresent();
    next.orElseThrow().close();
  }

  @Test
  void isKeptFromOtherProcessesAfterThisOneAskedTwice() throws Exception {
    var file = folder.resolve("one.lock");

    try (var held = LockFile.take(file, "session one").held().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(LockFile.take(file, "session two").held()).isEmpty();
      assertThat(inAnotherProcess(file)).startsWith("session one, process ");
    }
    assertThat(inAnotherProcess(file)).isEqualTo("held");
  }

  @Test
  void doesNotBelieveATextThatAKilledProcessLeft() throws IOException {
    var file = folder.resolve("one.lock");
    Files.writeString(LockFile.owner(file), "session one, process 1 on elsewhere since 2026");

    var attempt = LockFile.take(file, "session two");

    assertThat(attempt.held()).isPresent();
    attempt.held().orElseThrow().close();
  }

  private static String inAnotherProcess(Path file) throws Exception {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-cp",
                classPath,
                Taker.class.getName(),
                file.toString())
            .start();
    try (var out = process.inputReader()) {
      var line = out.readLine();
      assertThat(process.waitFor()).isZero();
      return String.valueOf(line);
    }
  }

  /** Says whether it got hold of a file, or who has it. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] arguments) {
      var attempt = LockFile.take(Path.of(arguments[0]), "another");
      System.out.println(attempt.held().isPresent() ? "held" : attempt.owner());
    }
  }
}
