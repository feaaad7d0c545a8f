package dev.tr116.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks a program that may or may not be installed. */
final class OutsideTool {
  private static final int PATIENCE_S = 5;

  private OutsideTool() {}

  /** What it prints, line by line; nothing when it is missing, fails or does not end in time. */
  static List<String> linesOf(String... command) {
    try {
      var output = Files.createTempFile("tr116-", ".txt");
      try {
        return run(output, command);
      } finally {
        Files.delete(output);
      }
    } catch (IOException notInstalled) {
      return List.of();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static List<String> run(Path output, String... command)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return List.of();
    }
    return process.exitValue() == 0
        ? Files.readString(output, StandardCharsets.UTF_8).lines().map(String::strip).toList()
        : List.of();
  }
}
