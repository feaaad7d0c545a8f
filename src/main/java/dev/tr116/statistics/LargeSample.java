package dev.tr116.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals of means of so many values that the central limit theorem gives them: what resampling
 * would give too, at a cost that grows with the number of values alone.
 *
 * <p>Source: G. Casella and R. Berger, Statistical Inference (2002), sections 5.5 and 10.1.
 */
public final class LargeSample {
  /** Fewest values. */
  public static final int FEWEST = 500;

  private static final double QUANTILE =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + Interval.LEVEL / 2);

  private LargeSample() {}

  /** Whether these are enough values. */
  public static boolean isOne(double[] values) {
    return values.length >= FEWEST;
  }

  /**
   * The interval of the mean.
   *
   * @throws IllegalArgumentException for fewer values than {@link #FEWEST}
   */
  public static Interval ofMean(double[] values) {
    requireLarge(values);
    return around(Mean.of(values).getAsDouble(), squaredError(values));
  }

  /**
   * The interval of the difference of two means, b less a.
   *
   * @throws IllegalArgumentException for fewer values than {@link #FEWEST} in either
   */
  public static Interval ofDifference(double[] a, double[] b) {
    requireLarge(a);
    requireLarge(b);
    return around(
        Mean.of(b).getAsDouble() - Mean.of(a).getAsDouble(), squaredError(a) + squaredError(b));
  }

  /**
   * The interval of the ratio of two means, b over a, by the delta method.
   *
   * @throws IllegalArgumentException for fewer values than {@link #FEWEST} in either
   */
  public static Interval ofRatio(double[] a, double[] b) {
    requireLarge(a);
    requireLarge(b);
    var below = Mean.of(a).getAsDouble();
    var ratio = Mean.of(b).getAsDouble() / below;
    return around(ratio, (squaredError(b) + ratio * ratio * squaredError(a)) / (below * below));
  }

  private static double squaredError(double[] values) {
    return Variance.of(values).getAsDouble() / values.length;
  }

  private static Interval around(double middle, double squaredError) {
    var half = QUANTILE * Math.sqrt(squaredError);
    return new Interval(middle - half, middle + half, Interval.LEVEL);
  }

  private static void requireLarge(double[] values) {
    if (!isOne(values)) {
      throw new IllegalArgumentException(
          values.length + " values are no large sample; resample them (" + FEWEST + " are one)");
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a sample holds a value that is no number; leave it out");
    }
  }
}
