package dev.tr116.slo;

import dev.tr116.plan.SloMetric;
import java.util.Arrays;
import java.util.Locale;

/** The wording of measured values beside their limits. */
final class SloWords {
  private static final int MOST_DIGITS = 9;

  private SloWords() {}

  /** A value with its unit. */
  static String quantity(SloMetric metric, double value) {
    return quantity(metric, value, digits(metric));
  }

  /** A value with its unit and so many digits. */
  static String quantity(SloMetric metric, double value, int digits) {
    var number = number(value, digits);
    return metric.unit().equals("x") ? number + "x" : number + " " + metric.unit();
  }

  /** A value without its unit. */
  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** As many digits as tell each of the values from a limit that it does not equal. */
  static int digitsApart(SloMetric metric, double limit, double... values) {
    return Arrays.stream(values)
        .mapToInt(value -> digitsApart(metric, limit, value))
        .max()
        .orElse(digits(metric));
  }

  /** As many digits as tell a value from either limit of an objective. */
  static int digitsApart(Objective objective, double value) {
    return Math.max(
        digitsApart(objective.metric(), objective.limit().target(), value),
        digitsApart(objective.metric(), objective.limit().alert(), value));
  }

  /** E.g. {@code about 1 more run} or {@code about 12 more runs}. */
  static String about(int runs) {
    return "about " + more(runs);
  }

  /** E.g. {@code 1 more run} or {@code 12 more runs}. */
  static String more(int runs) {
    return runs + (runs == 1 ? " more run" : " more runs");
  }

  private static int digitsApart(SloMetric metric, double limit, double value) {
    var digits = digits(metric);
    while (value != limit
        && digits < MOST_DIGITS
        && number(value, digits).equals(number(limit, digits))) {
      digits++;
    }
    return digits;
  }

  private static int digits(SloMetric metric) {
    return switch (metric.unit()) {
      case "ms" -> 0;
      case "USD" -> 4;
      default -> 2;
    };
  }
}
