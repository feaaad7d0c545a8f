package dev.tr116.slo;

import dev.tr116.statistics.Proportion;
import java.util.Locale;

/** Judges a share of counted events as it was observed: a hard rule, no estimate. */
final class ShareJudgement {
  private ShareJudgement() {}

  static Verdict of(Objective objective, Measurement.Share measured) {
    return measured
        .part()
        .map(
            part ->
                objective.compared(
                    percent(part),
                    SloWords.quantity(
                            objective.metric(),
                            percent(part),
                            SloWords.digitsApart(objective, percent(part)))
                        + String.format(
                            Locale.ROOT,
                            " (%d of %d, at most %.2f %% with 95 %% confidence)",
                            part.count(),
                            part.n(),
                            100 * part.atMost()),
                    ""))
        .orElseGet(objective::unmeasured);
  }

  static double percent(Proportion part) {
    return 100.0 * part.count() / part.n();
  }
}
