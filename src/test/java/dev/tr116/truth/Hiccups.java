package dev.tr116.truth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether the machine was busy with something else: a thread that does nothing but sleep, and
 * by how much it overslept at worst. It knows nothing of what is measured meanwhile.
 */
final class Hiccups implements AutoCloseable {
  private static final Duration NAP = Duration.ofMillis(2);
  private static final Duration DISTURBING = Duration.ofMillis(2);

  private final AtomicLong worst = new AtomicLong();
  private final Thread sleeper = Thread.ofPlatform().daemon().start(this::sleep);

  /** The longest so far. */
  Duration worst() {
    return Duration.ofNanos(worst.get());
  }

  /** Whether one so long makes a figure of some hundred ms wrong by about a per cent. */
  static boolean disturb(Duration hiccup) {
    return hiccup.compareTo(DISTURBING) > 0;
  }

  @Override
  public void close() {
    sleeper.interrupt();
  }

  private void sleep() {
    try {
      while (true) {
        var due = System.nanoTime() + NAP.toNanos();
        Thread.sleep(NAP);
        worst.accumulateAndGet(System.nanoTime() - due, Math::max);
      }
    } catch (InterruptedException e) {
      // Nobody wants to know any more.
    }
  }
}
