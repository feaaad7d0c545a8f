package dev.tr116.server.llama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process, seen from the one that started it. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Process process;
  private final TemporaryFolder folder;

  private ServerProcess(Process process, TemporaryFolder folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts a server; {@link #awaitReady} tells when it can be used.
   *
   * @param port where it shall listen, unless that is taken
   * @param tries whether it shall load a model once, to see that this machine can
   */
  static ServerProcess start(
      int port, int threads, boolean tries, List<ModelFile> models, List<Path> classPath) {
    var folder = TemporaryFolder.create("tr116-server-");
    var settings = new ServerSettings(port, folder.path(), threads, tries, models);
    var jvm = new ChildJvm(classPath, folder.path(), List.of());
    try {
      return new ServerProcess(
          jvm.running(ServerMain.class, settings.toArguments())
              .redirectError(log(folder).toFile())
              .start(),
          folder);
    } catch (IOException e) {
      folder.close();
      throw EngineException.failed("cannot start a server process", e);
    }
  }

  /**
   * Waits until the server can be used.
   *
   * @return where it listens
   * @throws EngineException when it cannot be used, or not within this time
   */
  URI awaitReady(Duration longest) {
    var line = firstLine(longest);
    if (line.startsWith(ServerMain.READY)) {
      return URI.create("http://127.0.0.1:" + line.substring(ServerMain.READY.length()));
    }
    if (line.startsWith(ServerMain.FAILED)) {
      throw EngineException.of(line.substring(ServerMain.FAILED.length()));
    }
    throw EngineException.failed("a server process ended at once", lastWords());
  }

  /** Lets the server end by itself, and makes it if it does not. */
  @Override
  public void close() {
    var descendants = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
    folder.close();
  }

  private String firstLine(Duration longest) {
    var line = CompletableFuture.supplyAsync(this::readLine, Thread::startVirtualThread);
    try {
      return line.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw EngineException.failed("a server process is not ready after " + longest, lastWords());
    } catch (ExecutionException e) {
      throw EngineException.failed("a server process cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineException.failed("interrupted while a server process started", e);
    }
  }

  private String readLine() {
    try {
      var line = process.inputReader().readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastWords() {
    try {
      return Files.readString(log(folder)).strip();
    } catch (IOException e) {
      return "it left no message (" + e + ")";
    }
  }

  private static Path log(TemporaryFolder folder) {
    return folder.path().resolve("server.log");
  }
}
