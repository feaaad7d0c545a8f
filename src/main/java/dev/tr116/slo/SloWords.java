package dev.tr116.slo;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.util.Locale;

/** The wording of a comparison between a measured value and its limits. */
final class SloWords {
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
    return measured(metric, measured)
        + " is "
        + side
        + measured.note().map(note -> " (" + note + ")").orElse("");
  }

  /** E.g. {@code 91.20 % (sd 2.10, n 5)}. */
  static String measured(SloMetric metric, Measurement measured) {
    var spread =
        measured.standardDeviation().isPresent()
            ? String.format(Locale.ROOT, "sd %.2f, ", measured.standardDeviation().getAsDouble())
            : "";
    return quantity(metric, measured.value().orElseThrow())
        + " ("
        + spread
        + "n "
        + measured.samples()
        + ")";
  }

  /** A value with its unit. */
  static String quantity(SloMetric metric, double value) {
    var digits = metric.unit().equals("ms") ? 0 : metric.unit().equals("USD") ? 4 : 2;
    var number = String.format(Locale.ROOT, "%." + digits + "f", value);
    return metric.unit().equals("x") ? number + "x" : number + " " + metric.unit();
  }

  private static String beyond(SloMetric metric) {
    return metric.better() == Better.HIGHER ? "below" : "above";
  }
}
