package dev.tr116.server.ollama;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One server of the installed {@code ollama} program. It ends with {@link #close()}, and with this
 * process however that ends.
 */
public final class InstalledOllama implements AutoCloseable {
  private static final int PATIENCE_S = 15;

  private final Process guard;
  private final Path log;

  private InstalledOllama(Process guard, Path log) {
    this.guard = guard;
    this.log = log;
  }

  /** The program, where it is on the PATH. */
  public static Optional<Path> program() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("ollama", "ollama.exe").map(name -> Path.of(folder, name)))
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
          new ProcessBuilder(command(program))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("OLLAMA_HOST", endpoint.getHost() + ":" + endpoint.getPort());
      return new InstalledOllama(builder.start(), log);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start " + program + " serve", failed);
    }
  }

  private static List<String> command(Path program) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx32m",
        "-cp",
        origin().toString(),
        OllamaGuard.class.getName(),
        program.toString(),
        "serve");
  }

  private static Path origin() {
    try {
      return Path.of(OllamaGuard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("a class path entry is a file", impossible);
    }
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return guard.isAlive();
  }

  /** What it printed so far. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + log, unreadable);
    }
  }

  /** Ends the server and waits for that. */
  @Override
  public void close() {
    var below = guard.descendants().toList();
    try {
      guard.getOutputStream().close();
      if (!guard.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        guard.destroyForcibly();
      }
      Files.deleteIfExists(log);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot end ollama serve in an orderly way", failed);
    } catch (InterruptedException stopped) {
      guard.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
