package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.plan.SloMetric.Better;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /** Every objective in force, judged over a cell's runs, in the order of {@link SloMetric}. */
  public List<Verdict> judge(CellMetrics cell) {
    var measurements = new Measurements(cell, pricePerHour);
    var verdicts = new ArrayList<Verdict>();
    for (var metric : SloMetric.values()) {
      var limit = limits.get(metric);
      if (limit != null && (metric != SloMetric.COST_PER_1000 || pricePerHour.isPresent())) {
        verdicts.add(verdict(metric, limit, measurements.of(metric)));
      }
    }
    return List.copyOf(verdicts);
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
    var verdicts = judge(cell);
    var worst = new EnumMap<SloMetric, WorstRun>(SloMetric.class);
    for (var verdict : verdicts) {
      worst(cell, verdict.metric()).ifPresent(run -> worst.put(verdict.metric(), run));
    }
    return new CellVerdict(cell, backend, verdicts, enforced, worst, evidence, plannedRuns);
  }

  private Optional<WorstRun> worst(CellMetrics cell, SloMetric metric) {
    return new Measurements(cell, pricePerHour)
        .of(metric).perRun().stream()
            .max(
                (a, b) ->
                    metric.better() == Better.HIGHER
                        ? Double.compare(b.value(), a.value())
                        : Double.compare(a.value(), b.value()))
            .map(worst -> new WorstRun(worst.run(), worst.value()));
  }

  private static Verdict verdict(SloMetric metric, SloLimit limit, Measurement measured) {
    if (measured.value().isEmpty()) {
      return new Verdict(
          metric,
          limit,
          OptionalDouble.empty(),
          Outcome.INCONCLUSIVE,
          false,
          "not measured" + (metric == SloMetric.TRUE_SPEEDUP ? "; it needs tr116.solo=every" : ""));
    }
    var value = measured.value().getAsDouble();
    var outcome = reaches(metric, value, limit.alert()) ? Outcome.PASS : Outcome.FAIL;
    var warning = outcome == Outcome.PASS && !reaches(metric, value, limit.target());
    return new Verdict(
        metric,
        limit,
        measured.value(),
        outcome,
        warning,
        SloWords.comparison(metric, limit, measured, outcome, warning));
  }

  private static boolean reaches(SloMetric metric, double value, double limit) {
    return metric.better() == Better.HIGHER ? value >= limit : value <= limit;
  }
}
