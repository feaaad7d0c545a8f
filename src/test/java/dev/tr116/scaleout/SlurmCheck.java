package dev.tr116.scaleout;

import java.io.IOException;

/** Runs the check of the SLURM job array with this Java and this class path. */
final class SlurmCheck {
  private SlurmCheck() {}

  /**
   * Ends with the exit code of the check.
   *
   * @param arguments its path
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var check =
        new ProcessBuilder(
                "bash",
                arguments[0],
                System.getProperty("java.home"),
                System.getProperty("java.class.path"))
            .inheritIO()
            .start();
    System.exit(check.waitFor());
  }
}
