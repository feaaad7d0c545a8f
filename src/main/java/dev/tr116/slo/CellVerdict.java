package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SloMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** Fewest measured runs a verdict stands on (TR116: 3 to 5 runs per configuration). */
  public static final int FEWEST_RUNS = 3;

  /**
   * The worst of all verdicts; INVALID when no run was measured whole, INCONCLUSIVE with fewer than
   * {@link #FEWEST_RUNS} of them.
   */
  public Outcome outcome() {
    if (cell.measured().isEmpty()) {
      return Outcome.INVALID;
    }
    return cell.measured().size() < FEWEST_RUNS
        ? Outcome.INCONCLUSIVE
        : verdicts.stream()
            .map(Verdict::outcome)
            .max(Comparator.naturalOrder())
            .orElse(Outcome.PASS);
  }

  /** What the outcome means, in words that begin with a stable phrase. */
  public String message() {
    var name = cell.id().displayName();
    return switch (outcome()) {
      case PASS -> name + " meets its objectives";
      case FAIL -> SloViolation.message(this);
      case INVALID ->
          "Invalid measurement: no run of "
              + name
              + " was measured whole ("
              + invalidBecause()
              + "); see the runs above this test";
      case INCONCLUSIVE -> "Inconclusive: " + name + " " + inconclusiveBecause();
    };
  }

  private String invalidBecause() {
    return cell.runs().isEmpty()
        ? "none is recorded"
        : cell.leftOut().values().stream().distinct().collect(Collectors.joining("; "));
  }

  private String inconclusiveBecause() {
    var measured = cell.measured().size();
    if (measured < FEWEST_RUNS) {
      return "has "
          + measured
          + (measured == 1 ? " measured run" : " measured runs")
          + ", a verdict needs "
          + FEWEST_RUNS
          + "; raise tr116.runs or leave out tr116.only";
    }
    return undecided().stream()
        .map(verdict -> verdict.metric().metricName() + ": " + verdict.why())
        .collect(Collectors.joining("; "));
  }

  /** The objectives that more runs would have to decide. */
  public List<Verdict> undecided() {
    return verdicts.stream().filter(verdict -> verdict.outcome() == Outcome.INCONCLUSIVE).toList();
  }

  /** The objectives that are violated. */
  public List<Verdict> violations() {
    return verdicts.stream().filter(verdict -> verdict.outcome() == Outcome.FAIL).toList();
  }
}
