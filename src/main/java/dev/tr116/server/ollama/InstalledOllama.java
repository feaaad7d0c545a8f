package dev.tr116.server.ollama;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One server of the installed {@code ollama} program; ends with {@link #close()}, or with this JVM.
 */
public final class InstalledOllama implements AutoCloseable {
  private static final int PATIENCE_S = 10;

  private final Process process;
  private final Path log;
  private final Thread hook;

  private InstalledOllama(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.hook = Thread.ofPlatform().unstarted(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The program, where it is on the PATH. */
  public static Optional<Path> program() {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(
            folder ->
                Arrays.stream(new String[] {"ollama", "ollama.exe"})
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Starts {@code ollama serve} for that endpoint; it does not wait until it answers.
   *
   * @throws UncheckedIOException when the program cannot be started
   */
  public static InstalledOllama start(Path program, URI endpoint) {
    try {
      var log = Files.createTempFile("tr116-ollama-" + endpoint.getPort() + "-", ".log");
      var builder =
          new ProcessBuilder(program.toString(), "serve")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("OLLAMA_HOST", endpoint.getHost() + ":" + endpoint.getPort());
      return new InstalledOllama(builder.start(), log);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start " + program + " serve", failed);
    }
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed. */
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running and ends the same process.
    }
  }
}
