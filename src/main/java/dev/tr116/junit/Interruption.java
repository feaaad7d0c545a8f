package dev.tr116.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * The request to end a session before its plan is done, e.g. by Ctrl-C: it interrupts what is
 * measured, and holds up the end of the JVM until the session is closed.
 */
final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread atShutdown =
      Thread.ofPlatform().name("tr116-interruption").unstarted(this::endSession);
  private Optional<Thread> atWork = Optional.empty();
  private boolean requested;

  private Interruption() {}

  /** Requested when this JVM is told to end. */
  static Interruption ofThisJvm() {
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.atShutdown);
    return interruption;
  }

  /** Whether the session is to end. */
  synchronized boolean isRequested() {
    return requested;
  }

  /** Ends what is measured now; whatever would be next must ask first. */
  synchronized void request() {
    requested = true;
    atWork.ifPresent(Thread::interrupt);
  }

  /**
   * Does nothing while the session goes on.
   *
   * @throws TestAbortedException when it is to end
   */
  void requireNone() {
    if (isRequested()) {
      throw new TestAbortedException(AbortWords.interrupted());
    }
  }

  /**
   * Work that ends early when the thread is interrupted. The thread is not interrupted after it:
   * files could not be written then.
   */
  <T> T during(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    atWork = Optional.of(Thread.currentThread());
    if (requested) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void end() {
    atWork = Optional.empty();
    if (requested) {
      var _ = Thread.interrupted();
    }
  }

  private void endSession() {
    request();
    try {
      var _ = closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    }
  }

  /** The session is closed: the JVM may end. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException shuttingDown) {
      // It runs already, and ends now.
    }
  }
}
