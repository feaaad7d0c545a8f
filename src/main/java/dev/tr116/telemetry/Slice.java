package dev.tr116.telemetry;

import java.util.List;
import java.util.function.ToLongFunction;

/** A piece of a growing list of stamped values. */
final class Slice {
  private Slice() {}

  /** All in that time, and the last one before and the first one after it. */
  static <T> List<T> between(List<T> values, ToLongFunction<T> stamp, long from, long to) {
    var first = 0;
    while (first + 1 < values.size() && stamp.applyAsLong(values.get(first + 1)) - from <= 0) {
      first++;
    }
    var end = first;
    while (end < values.size() && stamp.applyAsLong(values.get(end)) - to < 0) {
      end++;
    }
    return List.copyOf(values.subList(first, Math.min(end + 1, values.size())));
  }
}
