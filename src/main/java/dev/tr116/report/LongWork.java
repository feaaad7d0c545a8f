package dev.tr116.report;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Says on a terminal how far some long work is and how long it will take; nothing on anything else.
 */
public final class LongWork implements AutoCloseable {
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
  private static final String CLEAR = "\r\033[K";

  private final PrintStream err;
  private final boolean isTerminal;
  private final String what;
  private final long began;
  private long told;
  private boolean shown;

  LongWork(PrintStream err, boolean isTerminal, String what, long began) {
    this.err = err;
    this.isTerminal = isTerminal;
    this.what = what;
    this.began = began;
    this.told = began;
  }

  /** Work that begins now, named e.g. {@code reading runs}. */
  public static LongWork of(String what) {
    return new LongWork(System.err, Terminal.ofThisProcess().err(), what, System.nanoTime());
  }

  /** So many are done of so many; may be told by any thread and as often as one likes. */
  public void at(int done, int of) {
    at(done, of, System.nanoTime());
  }

  synchronized void at(int done, int of, long now) {
    if (!isTerminal || now - told < PAUSE_NANOS) {
      return;
    }
    told = now;
    shown = true;
    var left =
        done == 0
            ? ""
            : ", left "
                + ProgressLine.clock(
                    Duration.ofNanos((long) ((now - began) * ((double) (of - done) / done))));
    err.print(CLEAR + what + " " + done + "/" + of + left);
    err.flush();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
      shown = false;
    }
  }
}
