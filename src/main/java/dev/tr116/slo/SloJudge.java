package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Holds the objectives in force against what was measured. */
public final class SloJudge {
  private final Map<SloMetric, SloLimit> limits;
  private final Optional<BigDecimal> pricePerHour;

  /**
   * A judge.
   *
   * @param limits the objectives in force
   * @param pricePerHour US dollars for the machines under test; without it cost is not judged
   */
  public SloJudge(Map<SloMetric, SloLimit> limits, Optional<BigDecimal> pricePerHour) {
    this.limits = Map.copyOf(limits);
    this.pricePerHour = pricePerHour;
  }

  /**
   * Every objective in force that applies to the cell, judged over its runs, in the order of {@link
   * SloMetric}: means by their interval, percentiles by their bounds, counted events as they were
   * observed.
   */
  public List<Verdict> judge(CellMetrics cell) {
    return measure(cell).entrySet().stream()
        .map(entry -> verdict(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * Whether more runs may decide what is undecided: the side of a limit on which a mean lies, or a
   * percentile that so many runs can support.
   *
   * @param cell the runs so far
   * @param possible how many more there may be
   */
  public boolean wantsMore(CellMetrics cell, int possible) {
    return cell.measured().size() < CellVerdict.FEWEST_RUNS
        || measure(cell).entrySet().stream()
            .anyMatch(
                entry ->
                    mayBeDecided(
                        verdict(entry.getKey(), entry.getValue()), entry.getValue(), possible));
  }

  /**
   * Every objective in force, held against one run: a plain comparison. Its PASS and FAIL tell on
   * which side of the limits this run lies, and decide nothing about the cell.
   */
  public List<Verdict> judge(DualRunMetrics run) {
    return measure(new CellMetrics(run.id().cell(), List.of(run))).entrySet().stream()
        .map(entry -> RunJudgement.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * A whole cell, judged.
   *
   * @param cell what was measured
   * @param backend what it was measured on
   * @param enforced whether a violation fails the test
   * @param evidence where each run is recorded and how to repeat it
   * @param plannedRuns how many runs the cell should have
   */
  public CellVerdict verdict(
      CellMetrics cell,
      BackendDescription backend,
      boolean enforced,
      Map<RunId, Evidence> evidence,
      int plannedRuns) {
    var verdicts = new ArrayList<Verdict>();
    var worst = new EnumMap<SloMetric, WorstRun>(SloMetric.class);
    measure(cell)
        .forEach(
            (objective, measured) -> {
              verdicts.add(verdict(objective, measured));
              worst(objective.metric(), measured)
                  .ifPresent(run -> worst.put(objective.metric(), run));
            });
    return new CellVerdict(cell, backend, verdicts, enforced, worst, evidence, plannedRuns);
  }

  private SequencedMap<Objective, Measurement> measure(CellMetrics cell) {
    var measurements = new Measurements(cell, pricePerHour);
    var measured = new LinkedHashMap<Objective, Measurement>();
    for (var metric : SloMetric.values()) {
      var limit = limits.get(metric);
      if (limit != null
          && (metric != SloMetric.COST_PER_1000 || pricePerHour.isPresent())
          && Applicability.of(metric, limit, cell)) {
        measured.put(new Objective(metric, limit), measurements.of(metric));
      }
    }
    return measured;
  }

  private static boolean mayBeDecided(Verdict verdict, Measurement measured, int possible) {
    if (verdict.outcome() != Outcome.INCONCLUSIVE) {
      return false;
    }
    return switch (measured) {
      case Measurement.Mean _ -> verdict.value().isPresent();
      case Measurement.Tail _ -> verdict.moreRuns().orElse(Integer.MAX_VALUE) <= possible;
      case Measurement.Share _ -> false;
    };
  }

  private static Verdict verdict(Objective objective, Measurement measured) {
    return switch (measured) {
      case Measurement.Mean mean -> MeanJudgement.of(objective, mean);
      case Measurement.Tail tail -> TailJudgement.of(objective, tail);
      case Measurement.Share share -> ShareJudgement.of(objective, share);
    };
  }

  private static Optional<WorstRun> worst(SloMetric metric, Measurement measured) {
    return measured.perRun().stream()
        .max(
            (a, b) ->
                metric.better() == Better.HIGHER
                    ? Double.compare(b.value(), a.value())
                    : Double.compare(a.value(), b.value()))
        .map(worst -> new WorstRun(worst.run(), worst.value()));
  }
}
