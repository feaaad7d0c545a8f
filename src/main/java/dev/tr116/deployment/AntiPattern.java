package dev.tr116.deployment;

import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that was measured and should not be deployed.
 *
 * @param name of the pattern
 * @param cell where it was seen
 * @param evidence the figures
 */
public record AntiPattern(String name, String cell, String evidence) {
  /** In words, for those who read the result. */
  static final String WORDS =
      """
      - Slower side by side: the 95 % interval of true speedup lies below 1.
      - Efficient by efficiency_percent alone: that, and Tier 1 or 2 by efficiency_percent.
      - Unacceptable efficiency: the interval of efficiency_percent lies below 80 %.
      - Failing calls: the objective error-rate is violated.
      - Contention as a rule: the objective contention-rate is violated.
      """;

  static List<AntiPattern> of(Placement placement) {
    var verdict = placement.verdict();
    var found = new ArrayList<AntiPattern>();
    if (Support.missing(verdict).isPresent()) {
      return found;
    }
    var slower =
        TrueRule.interval(verdict).filter(interval -> interval.high() < Limits.NO_GAIN).isPresent();
    var efficiency = placement.byEfficiency();
    if (slower) {
      found.add(seen("Slower side by side", placement, TrueRule.speedup(verdict)));
    }
    if (slower && efficiency.tier().compareTo(Tier.BALANCED) <= 0) {
      found.add(
          seen(
              "Efficient by efficiency_percent alone",
              placement,
              efficiency.why() + "; " + TrueRule.speedup(verdict)));
    }
    if (efficiency.tier() == Tier.AVOID) {
      found.add(seen("Unacceptable efficiency", placement, efficiency.why()));
    }
    violated("Failing calls", SloMetric.ERROR_RATE, placement, verdict, found);
    violated("Contention as a rule", SloMetric.CONTENTION_RATE, placement, verdict, found);
    return found;
  }

  private static void violated(
      String name,
      SloMetric metric,
      Placement placement,
      CellVerdict verdict,
      List<AntiPattern> found) {
    TrueRule.violated(verdict, metric)
        .map(Verdict::why)
        .ifPresent(why -> found.add(seen(name, placement, why)));
  }

  private static AntiPattern seen(String name, Placement placement, String evidence) {
    return new AntiPattern(name, placement.name(), evidence);
  }
}
