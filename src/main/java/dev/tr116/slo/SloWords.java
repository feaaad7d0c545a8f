package dev.tr116.slo;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.util.Locale;

/** The wording of a comparison between a measured value and its limits. */
final class SloWords {
  private static final int MOST_DIGITS = 9;

  private SloWords() {}

  /** E.g. {@code 91.20 % (sd 2.10, n 5) is below the alert of 95 %}. */
  static String comparison(
      SloMetric metric, SloLimit limit, Measurement measured, Outcome outcome, boolean warning) {
    var side =
        outcome == Outcome.FAIL
            ? beyond(metric) + " the alert of " + quantity(metric, limit.alert())
            : warning
                ? beyond(metric)
                    + " the target of "
                    + quantity(metric, limit.target())
                    + ", within the alert of "
                    + quantity(metric, limit.alert())
                : "within the target of " + quantity(metric, limit.target());
    var beside = outcome == Outcome.FAIL ? limit.alert() : limit.target();
    return measured(metric, measured, beside)
        + " is "
        + side
        + measured.note().map(note -> " (" + note + ")").orElse("");
  }

  /** E.g. {@code 91.20 % (sd 2.10, n 5)}. */
  private static String measured(SloMetric metric, Measurement measured, double limit) {
    var spread =
        measured.standardDeviation().isPresent()
            ? String.format(Locale.ROOT, "sd %.2f, ", measured.standardDeviation().getAsDouble())
            : "";
    return apart(metric, measured.value().orElseThrow(), limit)
        + " ("
        + spread
        + "n "
        + measured.samples()
        + ")";
  }

  /** A value with its unit. */
  static String quantity(SloMetric metric, double value) {
    return quantity(metric, value, digits(metric));
  }

  /** A value with its unit, and with as many digits as tell it from the limit it misses. */
  private static String apart(SloMetric metric, double value, double limit) {
    var digits = digits(metric);
    while (value != limit
        && digits < MOST_DIGITS
        && quantity(metric, value, digits).equals(quantity(metric, limit, digits))) {
      digits++;
    }
    return quantity(metric, value, digits);
  }

  private static int digits(SloMetric metric) {
    return switch (metric.unit()) {
      case "ms" -> 0;
      case "USD" -> 4;
      default -> 2;
    };
  }

  private static String quantity(SloMetric metric, double value, int digits) {
    var number = String.format(Locale.ROOT, "%." + digits + "f", value);
    return metric.unit().equals("x") ? number + "x" : number + " " + metric.unit();
  }

  private static String beyond(SloMetric metric) {
    return metric.better() == Better.HIGHER ? "below" : "above";
  }
}
