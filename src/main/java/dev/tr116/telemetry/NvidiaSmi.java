package dev.tr116.telemetry;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An {@code nvidia-smi} that prints a line per GPU and second. It ends with {@link #close()}; when
 * this JVM dies, nobody reads its output any more and its next line ends it.
 */
final class NvidiaSmi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Process process;

  private NvidiaSmi(Process process) {
    this.process = process;
  }

  /** The program, where it is on the PATH. */
  static Optional<Path> program() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(
            folder -> Stream.of("nvidia-smi", "nvidia-smi.exe").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @throws IOException when it cannot be started
   */
  static NvidiaSmi start(Path program, Duration period) throws IOException {
    var command =
        List.of(
            program.toString(),
            "--query-gpu=" + GpuSample.QUERY,
            "--format=csv,noheader,nounits",
            "-lms",
            String.valueOf(period.toMillis()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new NvidiaSmi(process);
  }

  /** The next line, waiting for it; nothing when there is none any more. */
  Optional<String> nextLine() throws IOException {
    return Optional.ofNullable(process.inputReader().readLine());
  }

  /** How it ended, e.g. {@code exit code 9}. */
  String ending() throws InterruptedException {
    return process.waitFor(PATIENCE) ? "exit code " + process.exitValue() : "its output closed";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
