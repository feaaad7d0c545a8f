package dev.tr116.metrics;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Nanoseconds turned into milliseconds; absent stays absent. */
final class Nanos {
  private static final double PER_MILLI = 1e6;

  private Nanos() {}

  static double toMillis(long nanos) {
    return nanos / PER_MILLI;
  }

  static OptionalDouble toMillis(OptionalLong nanos) {
    return nanos.isPresent()
        ? OptionalDouble.of(toMillis(nanos.getAsLong()))
        : OptionalDouble.empty();
  }

  static OptionalDouble between(OptionalLong from, OptionalLong to) {
    return from.isPresent() && to.isPresent()
        ? OptionalDouble.of(toMillis(to.getAsLong() - from.getAsLong()))
        : OptionalDouble.empty();
  }
}
