package dev.tr116.deployment;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the measured cells say about deployment, by rules that are stated.
 *
 * @param limits of the objectives in force
 * @param placements of the cells with agents side by side, best first
 * @param antiPatterns that were seen
 * @param triggers that call for going back
 */
public record Deployment(
    Map<SloMetric, SloLimit> limits,
    List<Placement> placements,
    List<AntiPattern> antiPatterns,
    List<RollbackTrigger> triggers) {
  public Deployment {
    limits = Map.copyOf(limits);
    placements = List.copyOf(placements);
    antiPatterns = List.copyOf(antiPatterns);
    triggers = List.copyOf(triggers);
  }

  /**
   * The rules, applied.
   *
   * @param verdicts of a session's cells
   * @param limits of the objectives in force
   */
  public static Deployment of(List<CellVerdict> verdicts, Map<SloMetric, SloLimit> limits) {
    var efficiency = Limits.efficiency(limits);
    var placements =
        verdicts.stream()
            .filter(verdict -> verdict.cell().id().isSideBySide())
            .map(
                verdict ->
                    new Placement(
                        verdict,
                        TrueRule.of(verdict),
                        EfficiencyRule.of(verdict, efficiency),
                        Pilot.of(verdict, efficiency)))
            .sorted(bestFirst())
            .toList();
    return new Deployment(
        limits,
        placements,
        placements.stream().flatMap(each -> AntiPattern.of(each).stream()).toList(),
        RollbackTrigger.of(limits));
  }

  /** The first placement in the highest tier; empty where no cell is in a tier. */
  public Optional<Placement> first() {
    return placements.stream()
        .filter(each -> each.byTrueSpeedup().tier().compareTo(Tier.PROTOTYPE) <= 0)
        .findFirst();
  }

  /** What cannot be judged stays in the order of the plan. */
  private static double leastSpeedup(Placement placement) {
    return placement.byTrueSpeedup().tier() == Tier.UNSUPPORTED
        ? 0
        : TrueRule.interval(placement.verdict()).map(interval -> -interval.low()).orElse(0.0);
  }

  private static Comparator<Placement> bestFirst() {
    return Comparator.<Placement, Tier>comparing(each -> each.byTrueSpeedup().tier())
        .thenComparing(each -> each.byEfficiency().tier())
        .thenComparingDouble(Deployment::leastSpeedup);
  }
}
