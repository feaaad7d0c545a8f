package dev.tr116.metrics;

import dev.tr116.statistics.Correlation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How efficiency_percent goes with the difference between the agents' throughputs, by Pearson's r.
 *
 * @param n how many runs have both figures
 * @param signed with throughput_delta as it is (what TR116 computed)
 * @param absolute with its absolute value (what TR116's text speaks of)
 */
public record EfficiencyCorrelation(int n, OptionalDouble signed, OptionalDouble absolute) {

  /** Over the runs that have both; r is empty with fewer than three or where a side is constant. */
  public static EfficiencyCorrelation of(List<DualRunMetrics> runs) {
    var pairs =
        runs.stream()
            .filter(run -> isFinite(run.efficiencyPercent()) && isFinite(run.throughputDelta()))
            .toList();
    var efficiency =
        pairs.stream().mapToDouble(run -> run.efficiencyPercent().getAsDouble()).toArray();
    var signed = pairs.stream().mapToDouble(run -> run.throughputDelta().getAsDouble()).toArray();
    var absolute =
        pairs.stream().mapToDouble(run -> Math.abs(run.throughputDelta().getAsDouble())).toArray();
    return new EfficiencyCorrelation(
        pairs.size(),
        Correlation.pearson(efficiency, signed),
        Correlation.pearson(efficiency, absolute));
  }

  private static boolean isFinite(OptionalDouble figure) {
    return figure.isPresent() && Double.isFinite(figure.getAsDouble());
  }
}
