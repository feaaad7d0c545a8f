package dev.tr116.slo;

import java.util.Comparator;

/**
 * Judges one run alone: a plain comparison that decides nothing about the cell, and says so. A
 * percentile of so few calls does not exist; the slowest call stands in for it.
 */
final class RunJudgement {
  private static final String ALONE = "this run alone)";

  private RunJudgement() {}

  static Verdict of(Objective objective, Measurement measured) {
    return switch (measured) {
      case Measurement.Mean mean ->
          mean.sample()
              .map(sample -> compared(objective, sample.mean(), " (" + ALONE))
              .orElseGet(objective::unmeasured);
      case Measurement.Tail tail ->
          tail.calls().stream()
              .max(Comparator.naturalOrder())
              .map(
                  slowest ->
                      compared(
                          objective,
                          slowest,
                          " (slowest of " + tail.calls().size() + " calls, " + ALONE))
              .orElseGet(objective::unmeasured);
      case Measurement.Share share ->
          share
              .part()
              .map(
                  part ->
                      compared(
                          objective,
                          ShareJudgement.percent(part),
                          " (" + part.count() + " of " + part.n() + ", " + ALONE))
              .orElseGet(objective::unmeasured);
    };
  }

  private static Verdict compared(Objective objective, double value, String note) {
    var digits = SloWords.digitsApart(objective, value);
    return objective.compared(value, SloWords.quantity(objective.metric(), value, digits), note);
  }
}
