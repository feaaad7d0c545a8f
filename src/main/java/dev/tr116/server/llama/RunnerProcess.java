package dev.tr116.server.llama;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The process of a runner and its folder.
 *
 * @param folder deleted when the process is ended
 */
record RunnerProcess(Process process, TemporaryFolder folder) {
  private static final int LAST_WORDS = 600;
  private static final int PATIENCE_SECONDS = 5;

  /** Where a runner in this folder writes what it and the native library print. */
  static Path log(Path folder) {
    return folder.resolve("runner.log");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process by force, which is how its memory is freed, and waits for that. */
  void end() {
    process.destroyForcibly();
    awaitEnd();
    folder.close();
  }

  void awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("process " + process.pid() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The end of what it printed, to go into an error message. */
  String lastWords() {
    try {
      var text = Files.readString(log(folder.path()), StandardCharsets.ISO_8859_1).strip();
      return text.substring(Math.max(0, text.length() - LAST_WORDS));
    } catch (IOException e) {
      return "nothing (" + e + ")";
    }
  }
}
