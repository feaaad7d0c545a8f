package dev.tr116.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A percentile of a sample and what the sample says about the percentile of all calls there could
 * be: bounds by order statistics, each one-sided at 95 %, whatever the distribution.
 *
 * <p>Source: W. J. Conover, Practical Nonparametric Statistics (1999), section 3.2.
 *
 * @param share which one, e.g. 0.95
 * @param n how many values
 * @param ofSample the percentile of this very sample, interpolated linearly (Hyndman-Fan type 7)
 * @param atLeast the true percentile is not below; empty when the sample cannot tell
 * @param atMost the true percentile is not above; empty when the sample cannot tell
 */
public record Percentile(
    double share, int n, double ofSample, OptionalDouble atLeast, OptionalDouble atMost) {

  private static final Quantile TYPE_7 =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  /**
   * A percentile of some values; nothing when there are none.
   *
   * @param share between 0 and 1, e.g. 0.95
   */
  public static Optional<Percentile> of(double[] values, double share) {
    if (values.length == 0) {
      return Optional.empty();
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    return Optional.of(
        new Percentile(
            share,
            sorted.length,
            TYPE_7.evaluate(sorted, share),
            atLeast(sorted, share),
            atMost(sorted, share)));
  }

  /** Fewest values whose largest is above that percentile with 95 % confidence: 59 for 0.95. */
  public static int needs(double share) {
    return (int) Math.ceil(Math.log(1 - Interval.LEVEL) / Math.log(share));
  }

  /** Whether the sample is large enough for its percentile to stand for more than itself. */
  public boolean isSupported() {
    return n >= needs(share);
  }

  private static OptionalDouble atLeast(double[] sorted, double share) {
    var below = BinomialDistribution.of(sorted.length, share);
    var fails = first(sorted.length, rank -> below.survivalProbability(rank - 1) < Interval.LEVEL);
    return fails == 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[fails - 2]);
  }

  private static OptionalDouble atMost(double[] sorted, double share) {
    var below = BinomialDistribution.of(sorted.length, share);
    var holds =
        first(sorted.length, rank -> below.cumulativeProbability(rank - 1) >= Interval.LEVEL);
    return holds > sorted.length ? OptionalDouble.empty() : OptionalDouble.of(sorted[holds - 1]);
  }

  /** The first rank from 1 on from which a rule holds, or the one behind the last. */
  private static int first(int ranks, IntPredicate rule) {
    var low = 1;
    var high = ranks + 1;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (rule.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
