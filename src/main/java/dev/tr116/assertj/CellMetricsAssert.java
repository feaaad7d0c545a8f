package dev.tr116.assertj;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.statistics.Distribution;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the means over all measured runs of a cell. */
public final class CellMetricsAssert extends AbstractAssert<CellMetricsAssert, CellMetrics> {
  private static final String UNMEASURED = "no run of the cell was measured whole";

  CellMetricsAssert(CellMetrics actual) {
    super(actual, CellMetricsAssert.class);
  }

  /** At least so many runs were measured whole. */
  public CellMetricsAssert hasMeasuredRuns(int atLeast) {
    isNotNull();
    if (actual.measured().size() < atLeast) {
      failWithMessage(
          "%nExpecting%n  %s%nto have at least %d measured runs, but it has %d of %d",
          actual.id(), atLeast, actual.measured().size(), actual.runs().size());
    }
    return this;
  }

  /** The mean true speedup is above the limit. */
  public CellMetricsAssert hasTrueSpeedupAbove(double limit) {
    return above("mean true_speedup", "x", DualRunMetrics::trueSpeedup, noSolo(), limit);
  }

  /** The mean of TR116's speedup is above the limit. */
  public CellMetricsAssert hasConcurrencySpeedupAbove(double limit) {
    return above(
        "mean concurrency_speedup", "x", DualRunMetrics::concurrencySpeedup, UNMEASURED, limit);
  }

  /** The mean of TR116's efficiency in percent is above the limit. */
  public CellMetricsAssert hasEfficiencyAbove(double percent) {
    return above(
        "mean efficiency_percent", "%", DualRunMetrics::efficiencyPercent, UNMEASURED, percent);
  }

  /**
   * The 95th percentile (type 7) of every agent's TTFT over all measured runs is below the limit.
   */
  public CellMetricsAssert hasTtftP95Below(Duration limit) {
    isNotNull();
    var millis = limit.toNanos() / 1e6;
    var p95 = actual.ttft().map(Distribution::p95);
    check(p95, "ttft p95", UNMEASURED);
    if (p95.orElseThrow() >= millis) {
      failWithMessage(
          "%s",
          ShouldBeMeasured.below(
              actual.id().toString(), "ttft p95", "ms", millis, p95.orElseThrow()));
    }
    return this;
  }

  /** No measured run saw contention by TR116's rules. */
  public CellMetricsAssert isUncontended() {
    isNotNull();
    if (actual.measured().isEmpty()) {
      failWithMessage(
          "%s",
          ShouldBeMeasured.absent(
              actual.id().toString(), "resource_contention_detected", UNMEASURED));
    }
    var contended = actual.measured().stream().filter(DualRunMetrics::contentionDetected).toList();
    if (!contended.isEmpty()) {
      failWithMessage(
          "%nExpecting%n  %s%nto be uncontended, but %d of %d runs are: %s",
          actual.id(),
          contended.size(),
          actual.measured().size(),
          contended.stream().flatMap(run -> run.contention().stream()).distinct().toList());
    }
    return this;
  }

  private CellMetricsAssert above(
      String figure,
      String unit,
      Function<DualRunMetrics, OptionalDouble> value,
      String because,
      double limit) {
    isNotNull();
    var mean = actual.over(value).map(Distribution::mean);
    check(mean, figure, because);
    if (mean.orElseThrow() <= limit) {
      failWithMessage(
          "%s",
          ShouldBeMeasured.above(actual.id().toString(), figure, unit, limit, mean.orElseThrow()));
    }
    return this;
  }

  private void check(Optional<Double> value, String figure, String because) {
    if (value.isEmpty()) {
      failWithMessage("%s", ShouldBeMeasured.absent(actual.id().toString(), figure, because));
    }
  }

  private String noSolo() {
    isNotNull();
    return actual.measured().isEmpty() ? UNMEASURED : ShouldBeMeasured.NO_SOLO;
  }
}
