package dev.tr116.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that this JVM is told to end (Ctrl-C, SIGTERM), lets the command come to its end, and
 * gives the JVM the exit code of an interrupted one, whichever signal it was.
 */
final class Interrupted implements AutoCloseable {
  static final int EXIT_CODE = 130;

  /** Longer than a session takes to close. */
  private static final int PATIENCE_SECONDS = 40;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread atShutdown = Thread.ofPlatform().unstarted(this::awaitEnd);
  private volatile boolean told;

  private Interrupted() {}

  static Interrupted watch() {
    var interrupted = new Interrupted();
    Runtime.getRuntime().addShutdownHook(interrupted.atShutdown);
    return interrupted;
  }

  /** Whether the JVM is being ended. */
  boolean isTold() {
    return told;
  }

  private void awaitEnd() {
    told = true;
    try {
      var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** The command has come to its end. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      told = true;
    }
    ended.countDown();
  }
}
