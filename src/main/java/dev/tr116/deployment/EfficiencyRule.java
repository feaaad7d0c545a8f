package dev.tr116.deployment;

import static dev.tr116.deployment.Limits.UNACCEPTABLE_EFFICIENCY;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloLimit;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Interval;
import java.util.Locale;
import java.util.Optional;

/** The tier by TR116's efficiency, which cannot see contention. */
final class EfficiencyRule {
  private EfficiencyRule() {}

  /** In words, for those who read the result. */
  static String words(SloLimit limit) {
    return String.format(
        Locale.ROOT,
        """
        By TR116's efficiency_percent, which cannot see that agents slow each other down:
        - Tier 1: the 95 %% interval lies at or above the target of %s %%.
        - Tier 2: it lies at or above the alert of %s %%.
        - Tier 3: it lies below the alert.
        - Avoid: it lies below %s %%. TR116 states no rule; it avoids 77.6 %% and has 85.8 %% for prototypes.
        """,
        plain(limit.target()),
        plain(limit.alert()),
        plain(UNACCEPTABLE_EFFICIENCY));
  }

  static Assignment of(CellVerdict verdict, SloLimit limit) {
    return Support.missing(verdict)
        .map(why -> new Assignment(Tier.UNSUPPORTED, why))
        .or(() -> interval(verdict).map(interval -> by(interval, verdict, limit)))
        .orElseGet(() -> new Assignment(Tier.UNSUPPORTED, "too few runs have an efficiency"));
  }

  private static Assignment by(Interval interval, CellVerdict verdict, SloLimit limit) {
    var why = efficiency(verdict);
    if (interval.low() >= limit.target()) {
      return new Assignment(Tier.PERFORMANCE, why);
    }
    if (interval.low() >= limit.alert()) {
      return new Assignment(Tier.BALANCED, why);
    }
    if (interval.high() < UNACCEPTABLE_EFFICIENCY) {
      return new Assignment(Tier.AVOID, why);
    }
    return interval.high() < limit.alert()
        ? new Assignment(Tier.PROTOTYPE, why)
        : new Assignment(
            Tier.UNSUPPORTED, why + ": the interval holds the alert of " + plain(limit.alert()));
  }

  static Optional<Interval> interval(CellVerdict verdict) {
    return verdict.cell().interval(DualRunMetrics::efficiencyPercent);
  }

  /** E.g. {@code efficiency_percent 99.2 [98.8, 99.5], n 5}. */
  static String efficiency(CellVerdict verdict) {
    var sample = verdict.cell().over(DualRunMetrics::efficiencyPercent).orElseThrow();
    var interval = interval(verdict).orElseThrow();
    return String.format(
        Locale.ROOT,
        "efficiency_percent %.1f [%.1f, %.1f], n %d",
        sample.mean(),
        interval.low(),
        interval.high(),
        sample.n());
  }

  static String plain(double limit) {
    return java.math.BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }
}
