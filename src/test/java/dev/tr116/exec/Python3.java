package dev.tr116.exec;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;

/** Whether tests of the program in Python can run here. */
public final class Python3 {
  private Python3() {}

  /** Aborts the test where python3 is missing. */
  public static void assumeInstalled() {
    assumeThat(isInstalled())
        .as("python3 runs here; without it the program in Python is not tested")
        .isTrue();
  }

  private static boolean isInstalled() {
    try {
      var process =
          new ProcessBuilder("python3", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
