package dev.tr116.assertj;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the means over all measured runs of a cell, and on their intervals. */
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

  /** The whole 95 % interval of the mean true speedup is above the limit. */
  public CellMetricsAssert hasTrueSpeedupIntervalAbove(double limit) {
    return intervalAbove("true_speedup", "x", DualRunMetrics::trueSpeedup, noSolo(), limit);
  }

  /** The whole 95 % interval of the mean of TR116's speedup is above the limit. */
  public CellMetricsAssert hasConcurrencySpeedupIntervalAbove(double limit) {
    return intervalAbove(
        "concurrency_speedup", "x", DualRunMetrics::concurrencySpeedup, UNMEASURED, limit);
  }

  /** The whole 95 % interval of the mean of TR116's efficiency in percent is above the limit. */
  public CellMetricsAssert hasEfficiencyIntervalAbove(double percent) {
    return intervalAbove(
        "efficiency_percent", "%", DualRunMetrics::efficiencyPercent, UNMEASURED, percent);
  }

  /**
   * The 95th percentile (type 7) of every agent's TTFT over all measured runs is below the limit;
   * with fewer than 59 calls, which support no such percentile, the slowest call is.
   */
  public CellMetricsAssert hasTtftP95Below(Duration limit) {
    isNotNull();
    var tail = TtftTail.of(actual.ttfts());
    check(tail.map(TtftTail::millis), "ttft p95", UNMEASURED);
    var millis = limit.toNanos() / 1e6;
    if (tail.orElseThrow().millis() >= millis) {
      failWithMessage(
          "%s",
          ShouldBeMeasured.below(
              actual.id().toString(),
              tail.orElseThrow().figure(),
              "ms",
              millis,
              tail.orElseThrow().millis()));
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

  private CellMetricsAssert intervalAbove(
      String figure,
      String unit,
      Function<DualRunMetrics, OptionalDouble> value,
      String because,
      double limit) {
    isNotNull();
    check(actual.over(value).map(Distribution::mean), "mean " + figure, because);
    var interval = actual.interval(value);
    check(
        interval.map(Interval::low),
        "the 95 % interval of " + figure,
        "it needs %d runs and %d have the figure; raise tr116.runs"
            .formatted(Bootstrap.FEWEST, actual.over(value).map(Distribution::n).orElse(0)));
    if (interval.orElseThrow().low() <= limit) {
      failWithMessage(
          "%s",
          ShouldBeMeasured.intervalAbove(
              actual.id().toString(), figure, unit, limit, interval.orElseThrow()));
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
