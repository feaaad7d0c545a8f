package dev.tr116.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A linear time axis from the barrier, in pixels.
 *
 * @param left where it starts, px
 * @param width how wide it is, px
 * @param span how much time it shows, ns; at least 1
 */
record TimeAxis(double left, double width, long span) {
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final int MOST_TICKS = 10;

  /**
   * A labelled place on the axis.
   *
   * @param x where, px
   * @param label the time in the axis' unit
   */
  record Tick(double x, String label) {}

  TimeAxis {
    span = Math.max(1, span);
  }

  /** The place of a moment this long after the barrier; moments outside are moved to the edge. */
  double x(long nanos) {
    return left + width * Math.clamp(nanos, 0, span) / span;
  }

  /** {@code s} from two seconds on, else {@code ms}. */
  String unit() {
    return inSeconds() ? "s" : "ms";
  }

  /** Round places, at most eleven of them, starting with 0. */
  List<Tick> ticks() {
    var step = step();
    return LongStream.rangeClosed(0, span / step)
        .mapToObj(i -> new Tick(x(i * step), label(i * step, step)))
        .toList();
  }

  private boolean inSeconds() {
    return span >= 2 * SECOND;
  }

  /** The smallest of 1, 2, 5, 10, 20, 50 ... ns that needs no more ticks than there is room for. */
  private long step() {
    var power = 1L;
    while (true) {
      for (var factor : new int[] {1, 2, 5}) {
        if (span / (factor * power) <= MOST_TICKS) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private String label(long nanos, long step) {
    var unit = inSeconds() ? SECOND : MILLISECOND;
    var decimals = 0;
    for (var rest = step; rest < unit; rest *= 10) {
      decimals++;
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", (double) nanos / unit);
  }
}
