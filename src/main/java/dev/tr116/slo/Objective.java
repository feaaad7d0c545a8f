package dev.tr116.slo;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A metric and its limits, in force. */
record Objective(SloMetric metric, SloLimit limit) {
  boolean withinTarget(double value) {
    return reaches(value, limit.target());
  }

  boolean withinAlert(double value) {
    return reaches(value, limit.alert());
  }

  /** The verdict of a plain comparison. */
  Verdict compared(double value, String measured, String note) {
    var outcome = withinAlert(value) ? Outcome.PASS : Outcome.FAIL;
    var warning = outcome == Outcome.PASS && !withinTarget(value);
    return new Verdict(
        metric,
        limit,
        OptionalDouble.of(value),
        Optional.empty(),
        outcome,
        warning,
        OptionalInt.empty(),
        measured + " is " + side(outcome, warning) + note);
  }

  /** The verdict where nothing was measured. */
  Verdict unmeasured() {
    return new Verdict(
        metric,
        limit,
        OptionalDouble.empty(),
        Optional.empty(),
        Outcome.INCONCLUSIVE,
        false,
        OptionalInt.empty(),
        "not measured"
            + switch (metric) {
              case TRUE_SPEEDUP -> "; it needs tr116.solo=every or once";
              case JOULES_PER_TOKEN -> "; energy_missing in the runs' records says why";
              default -> "";
            });
  }

  /** E.g. {@code below the target of 97.00 %, within the alert of 95.00 %}. */
  String side(Outcome outcome, boolean warning) {
    var target = "target of " + SloWords.quantity(metric, limit.target());
    if (outcome == Outcome.FAIL) {
      return beyond() + " the " + alert();
    }
    return warning
        ? beyond() + " the " + target + ", within the " + alert()
        : "within the " + target;
  }

  /** E.g. {@code alert of 95.00 %}. */
  String alert() {
    return "alert of " + SloWords.quantity(metric, limit.alert());
  }

  private String beyond() {
    return metric.better() == Better.HIGHER ? "below" : "above";
  }

  private boolean reaches(double value, double bar) {
    return metric.better() == Better.HIGHER ? value >= bar : value <= bar;
  }
}
