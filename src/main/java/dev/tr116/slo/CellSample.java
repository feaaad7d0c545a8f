package dev.tr116.slo;

import dev.tr116.plan.CellId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/**
 * A cell as one session measured it.
 *
 * @param cell which one
 * @param conditions under which it was measured
 * @param runs the figures of each whole run; a figure that was not measured is missing
 * @param leftOut how many runs are left out because they failed or cannot be trusted
 */
public record CellSample(
    CellId cell, Conditions conditions, List<Map<RegressionMetric, Double>> runs, int leftOut) {
  public CellSample {
    runs = List.copyOf(runs);
  }

  /** Every figure that some run has, in the order of the runs. */
  public SequencedSet<RegressionMetric> metrics() {
    var metrics = new LinkedHashSet<RegressionMetric>();
    runs.forEach(run -> metrics.addAll(run.keySet()));
    return metrics;
  }

  /** One figure over the runs that have it. */
  public double[] values(RegressionMetric metric) {
    return runs.stream()
        .map(run -> run.get(metric))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** How many whole runs lack that figure. */
  public int absent(RegressionMetric metric) {
    return runs.size() - values(metric).length;
  }
}
