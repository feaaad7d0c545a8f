package dev.tr116.slo;

import dev.tr116.plan.CellId;
import dev.tr116.statistics.TwoSamples;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of one cell, compared with an earlier session.
 *
 * @param cell whose figure
 * @param metric which figure
 * @param before what the earlier session measured
 * @param now what this session measured
 * @param compared ratio, interval and p before correction; empty when the runs do not allow it
 * @param adjustedP Holm's p over the cells; empty when {@code compared} is
 * @param change what became of it
 * @param why the comparison in words
 */
public record Regression(
    CellId cell,
    RegressionMetric metric,
    Side before,
    Side now,
    Optional<TwoSamples> compared,
    OptionalDouble adjustedP,
    Change change,
    String why) {

  /**
   * One session's part.
   *
   * @param n how many runs have the figure
   * @param absent how many whole runs lack it
   * @param mean of those that have it, in the metric's unit; empty when none has
   */
  public record Side(int n, int absent, OptionalDouble mean) {}
}
