package dev.tr116.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Statistic;

/**
 * A sample, described. Percentiles interpolate linearly (Hyndman-Fan type 7), the standard
 * deviation divides by n - 1.
 *
 * @param n how many values, at least one
 * @param mean arithmetic mean
 * @param standardDeviation of the sample; empty for one value
 * @param min the smallest
 * @param p50 the median
 * @param p95 the 95th percentile of this very sample
 * @param max the largest
 */
public record Distribution(
    int n,
    double mean,
    OptionalDouble standardDeviation,
    double min,
    double p50,
    double p95,
    double max) {

  /** Fewest values whose largest is above the true 95th percentile with 95 % confidence. */
  public static final int SUPPORTS_P95 = 59;

  private static final Quantile TYPE_7 =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  /** Describes some values; nothing when there are none. */
  public static Optional<Distribution> of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Describes some values; nothing when there are none. */
  public static Optional<Distribution> of(double[] values) {
    if (values.length == 0) {
      return Optional.empty();
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a sample holds a value that is no number; leave it out");
    }
    var statistics =
        DoubleStatistics.of(
            java.util.EnumSet.of(
                Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX),
            values);
    var quantiles = TYPE_7.evaluate(values.clone(), 0.5, 0.95);
    return Optional.of(
        new Distribution(
            values.length,
            statistics.getAsDouble(Statistic.MEAN),
            values.length > 1
                ? OptionalDouble.of(statistics.getAsDouble(Statistic.STANDARD_DEVIATION))
                : OptionalDouble.empty(),
            statistics.getAsDouble(Statistic.MIN),
            quantiles[0],
            quantiles[1],
            statistics.getAsDouble(Statistic.MAX)));
  }

  /**
   * Coefficient of variation, in percent; empty for one value and for values on both sides of 0,
   * whose mean is no measure of their size.
   */
  public OptionalDouble coefficientOfVariation() {
    return standardDeviation.isEmpty() || (min <= 0 && max >= 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * standardDeviation.getAsDouble() / mean);
  }

  /** Whether the sample is large enough for its p95 to stand for more than itself. */
  public boolean supportsP95() {
    return n >= SUPPORTS_P95;
  }
}
