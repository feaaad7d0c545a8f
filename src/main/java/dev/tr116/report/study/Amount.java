package dev.tr116.report.study;

import dev.tr116.statistics.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as text; what was not measured is a dash. */
final class Amount {
  /** What was not measured. */
  static final String ABSENT = "-";

  private Amount() {}

  /** With so many decimals, rounded by the value itself and not by its shortest decimal form. */
  static String of(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  static String of(OptionalDouble value, int decimals) {
    return value.isPresent() ? of(value.getAsDouble(), decimals) : ABSENT;
  }

  static String of(OptionalDouble value, int decimals, String unit) {
    return value.isPresent() ? of(value.getAsDouble(), decimals) + unit : ABSENT;
  }

  /** With its sign, whatever it is. */
  static String signed(double value, int decimals) {
    var text = of(value, decimals);
    return text.startsWith("-") ? text : "+" + text;
  }

  static String signed(OptionalDouble value, int decimals) {
    return value.isPresent() ? signed(value.getAsDouble(), decimals) : ABSENT;
  }

  static String signed(OptionalDouble value, int decimals, String unit) {
    return value.isPresent() ? signed(value.getAsDouble(), decimals) + unit : ABSENT;
  }

  /** E.g. {@code 92.5 to 97.1}. */
  static String of(Interval interval, int decimals) {
    return of(interval.low(), decimals) + " to " + of(interval.high(), decimals);
  }

  /** In brackets behind a mean; nothing where there is none. */
  static String of(Optional<Interval> interval, int decimals) {
    return interval.map(i -> " (" + of(i, decimals) + ")").orElse("");
  }
}
