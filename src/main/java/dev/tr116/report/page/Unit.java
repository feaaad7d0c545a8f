package dev.tr116.report.page;

import dev.tr116.statistics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The units of the page's figures, each with the digits that a reader can use. */
enum Unit {
  PERCENT("%", 1),
  FACTOR("x", 2),
  SHARE("", 3),
  RATE("tok/s", 1),
  WATTS("W", 1),
  JOULES("J", 3),
  PER_JOULE("tok/J", 3),
  MILLIS("ms", -1);

  private final String sign;
  private final int digits;

  Unit(String sign, int digits) {
    this.sign = sign;
    this.digits = digits;
  }

  /** As it stands behind a figure; empty for a bare number. */
  String sign() {
    return sign;
  }

  /** The title of a column of such figures. */
  String column(String title) {
    return sign.isEmpty() ? title : title + ", " + sign;
  }

  /** The figure without its unit; never a minus sign before a zero. */
  String number(double value) {
    var text = String.format(Locale.ROOT, "%." + digitsOf(value) + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** The figure without its unit, or a dash. */
  String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : Table.Cell.ABSENT;
  }

  /** The figure with its unit, e.g. {@code 1.64x}, {@code 89.3 %}. */
  String of(double value) {
    return switch (this) {
      case FACTOR -> number(value) + sign;
      case SHARE -> number(value);
      default -> number(value) + " " + sign;
    };
  }

  /** E.g. {@code [84.9, 92.0]}. */
  String of(Interval interval) {
    return "[" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  /** E.g. {@code , 95 % interval 1.55 to 1.79}; nothing without one. */
  String behind(Optional<Interval> interval) {
    return interval
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    ", %.0f %% interval %s to %s",
                    100 * range.level(),
                    number(range.low()),
                    number(range.high())))
        .orElse(", no interval");
  }

  private int digitsOf(double value) {
    if (digits >= 0) {
      return digits;
    }
    var size = Math.abs(value);
    return size >= 1000 ? 0 : size >= 100 ? 1 : 2;
  }
}
