package dev.tr116.deployment;

import static dev.tr116.deployment.Limits.NO_GAIN;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Verdict;
import dev.tr116.statistics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tier by true speedup and the objectives in force. */
final class TrueRule {
  /** In words, for those who read the result. */
  static final String WORDS =
      """
      By true speedup, the time of the agents one after the other over their time side by side:
      - Tier 1: the 95 % interval lies above 1, and every objective in force is met.
      - Tier 2: it lies above 1, and no objective is violated; some are undecided.
      - Tier 3: it holds 1, or an objective is violated.
      - Avoid: it lies below 1 (one after the other is faster), or the error rate is violated.
      """;

  private TrueRule() {}

  static Assignment of(CellVerdict verdict) {
    return Support.missing(verdict)
        .map(why -> new Assignment(Tier.UNSUPPORTED, why))
        .orElseGet(() -> judge(verdict));
  }

  private static Assignment judge(CellVerdict verdict) {
    var errors = violated(verdict, SloMetric.ERROR_RATE);
    if (errors.isPresent()) {
      return new Assignment(Tier.AVOID, "error-rate: " + errors.get().why());
    }
    return interval(verdict)
        .map(interval -> by(interval, verdict))
        .orElseGet(() -> new Assignment(Tier.UNSUPPORTED, Support.noTrueSpeedup(verdict)));
  }

  private static Assignment by(Interval interval, CellVerdict verdict) {
    var speedup = speedup(verdict);
    if (interval.high() < NO_GAIN) {
      return new Assignment(Tier.AVOID, speedup + ": one after the other is faster");
    }
    if (interval.low() <= NO_GAIN) {
      return new Assignment(Tier.PROTOTYPE, speedup + ": no gain is shown");
    }
    if (!verdict.violations().isEmpty()) {
      return new Assignment(
          Tier.PROTOTYPE, speedup + "; violated: " + names(verdict, Outcome.FAIL));
    }
    return verdict.outcome() == Outcome.PASS
        ? new Assignment(Tier.PERFORMANCE, speedup + "; every objective is met")
        : new Assignment(
            Tier.BALANCED, speedup + "; undecided: " + names(verdict, Outcome.INCONCLUSIVE));
  }

  static Optional<Interval> interval(CellVerdict verdict) {
    return verdict.cell().interval(DualRunMetrics::trueSpeedup);
  }

  /** E.g. {@code true speedup 0.69x [0.65, 0.72], n 5}. */
  static String speedup(CellVerdict verdict) {
    var sample = verdict.cell().over(DualRunMetrics::trueSpeedup).orElseThrow();
    var interval = interval(verdict).orElseThrow();
    return String.format(
        Locale.ROOT,
        "true speedup %.2fx [%.2f, %.2f], n %d",
        sample.mean(),
        interval.low(),
        interval.high(),
        sample.n());
  }

  static Optional<Verdict> violated(CellVerdict verdict, SloMetric metric) {
    return verdict.violations().stream().filter(each -> each.metric() == metric).findFirst();
  }

  private static String names(CellVerdict verdict, Outcome outcome) {
    return verdict.verdicts().stream()
        .filter(each -> each.outcome() == outcome)
        .map(each -> each.metric().metricName())
        .collect(Collectors.joining(", "));
  }
}
