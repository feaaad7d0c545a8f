package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SloMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A cell, judged by every objective in force.
 *
 * @param cell what was measured
 * @param backend what it was measured on
 * @param verdicts one for each objective
 * @param enforced whether a violation fails the test
 * @param worst the worst run by each metric that was measured
 * @param evidence where each run is recorded and how to repeat it
 * @param plannedRuns how many runs the cell should have
 */
public record CellVerdict(
    CellMetrics cell,
    BackendDescription backend,
    List<Verdict> verdicts,
    boolean enforced,
    Map<SloMetric, WorstRun> worst,
    Map<RunId, Evidence> evidence,
    int plannedRuns) {
  public CellVerdict {
    verdicts = List.copyOf(verdicts);
    worst = Map.copyOf(worst);
    evidence = Map.copyOf(evidence);
  }

  /** The worst of all verdicts; INVALID when no run was measured whole. */
  public Outcome outcome() {
    return cell.measured().isEmpty()
        ? Outcome.INVALID
        : verdicts.stream()
            .map(Verdict::outcome)
            .max(Comparator.naturalOrder())
            .orElse(Outcome.PASS);
  }

  /** The objectives that are violated. */
  public List<Verdict> violations() {
    return verdicts.stream().filter(verdict -> verdict.outcome() == Outcome.FAIL).toList();
  }
}
