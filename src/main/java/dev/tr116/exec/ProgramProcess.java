package dev.tr116.exec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs, and its three streams. It is ended by {@link #close}, with this JVM's
 * orderly end, and, as its standard input then ends, by itself when this JVM is killed.
 */
final class ProgramProcess implements AutoCloseable {
  private final Process process;
  private final Duration grace;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(daemon("tr116-exec-writer"));
  private final LastWords lastWords = new LastWords();
  private final Thread atShutdown;

  /** What came from its standard output; the end of it is an {@link End}. */
  sealed interface Received {}

  /** A line. */
  record Line(String text) implements Received {}

  /** There will be no more lines; {@code why} says more than that, if anything is known. */
  record End(Optional<String> why) implements Received {}

  private ProgramProcess(Process process, Duration grace) {
    this.process = process;
    this.grace = grace;
    this.atShutdown = Thread.ofPlatform().unstarted(() -> endWithDescendants(process));
    Runtime.getRuntime().addShutdownHook(atShutdown);
    daemon("tr116-exec-reader").newThread(this::read).start();
    daemon("tr116-exec-errors")
        .newThread(() -> lastWords.readAll(process.getErrorStream()))
        .start();
  }

  /**
   * Starts one.
   *
   * @param grace how long it may take to end by itself
   * @throws IOException when there is no such program
   */
  static ProgramProcess start(List<String> command, Duration grace) throws IOException {
    return new ProgramProcess(new ProcessBuilder(command).start(), grace);
  }

  /** Writes a line; a program that does not read does not hold up the caller. */
  void write(String line) {
    writer.execute(
        () -> {
          try {
            var input = process.getOutputStream();
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
          } catch (IOException e) {
            // It has closed its input; the end of its output tells the rest.
          }
        });
  }

  /** The next thing from its output; nothing within that time. */
  Optional<Received> next(long nanos) throws InterruptedException {
    return Optional.ofNullable(received.poll(nanos, TimeUnit.NANOSECONDS));
  }

  /** How it ended and what it said, as clauses for a message. */
  String epitaph() {
    try {
      var exit =
          process.waitFor(1, TimeUnit.SECONDS)
              ? " (exit code " + process.exitValue() + ")"
              : " (it still runs)";
      return exit + lastWords.clause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lastWords.clause();
    }
  }

  /** The end of what it wrote to its standard error, as a clause for a message. */
  String lastWords() {
    return lastWords.clause();
  }

  /**
   * Ends its input and waits for the program to end by itself.
   *
   * @return its exit code; nothing when it had to be killed
   */
  Optional<Integer> end() {
    writer.execute(this::endInput);
    writer.shutdown();
    var exit = Optional.<Integer>empty();
    try {
      if (process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        exit = Optional.of(process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return exit;
  }

  /** Ends it by force, and whatever it has started. */
  void kill() {
    writer.shutdownNow();
    endWithDescendants(process);
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      // The hook does the same.
    }
  }

  @Override
  public void close() {
    end();
  }

  private void endInput() {
    try (OutputStream input = process.getOutputStream()) {
      input.flush();
    } catch (IOException e) {
      // It was gone before.
    }
  }

  private void read() {
    var lines = new Lines(process.getInputStream());
    try {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        received.add(new Line(line.get()));
      }
      received.add(new End(Optional.empty()));
    } catch (IOException e) {
      received.add(new End(Optional.of(String.valueOf(e.getMessage()))));
    }
  }

  private static void endWithDescendants(Process process) {
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }
}
