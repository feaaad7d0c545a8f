package dev.tr116.report.allure;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Figures in tables: a mean with its 95 % interval, a dash for what was not measured. */
final class Numbers {
  /** A comma and a space at which no line breaks. */
  private static final String TOGETHER = ",\u00a0";

  private Numbers() {}

  /** E.g. {@code 90.1 [89.8, 90.5]}; without an interval where there are too few runs. */
  static String mean(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure, int digits) {
    return cell.over(figure)
        .map(Distribution::mean)
        .map(mean -> number(mean, digits) + interval(cell.interval(figure), digits))
        .orElse("-");
  }

  /** A value that may not have been measured. */
  static String number(OptionalDouble value, int digits) {
    return value.isPresent() ? number(value.getAsDouble(), digits) : "-";
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  static String interval(Optional<Interval> interval, int digits) {
    return interval
        .map(i -> " [" + number(i.low(), digits) + TOGETHER + number(i.high(), digits) + "]")
        .orElse("");
  }
}
