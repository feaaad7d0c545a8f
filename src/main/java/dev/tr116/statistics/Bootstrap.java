package dev.tr116.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap intervals (BCa), seeded, from 10 000 resamples.
 *
 * <p>Source: B. Efron, Better Bootstrap Confidence Intervals, JASA 82 (1987); for several samples
 * B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapter 14. With few values
 * such an interval is too narrow: in 1500 trials each with normal values a 95 % interval held the
 * true mean in 72 % with three of them, 84 % with five, 89 % with ten and 93 % with thirty; with
 * log-normal values in 64, 74, 82 and 89 %.
 */
public final class Bootstrap {
  /** How often a sample is drawn anew. */
  public static final int RESAMPLES = 10_000;

  /** Fewest values an interval is given for. */
  public static final int FEWEST = 3;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Quantile TYPE_7 =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private final long seed;

  /** A bootstrap that draws the same for the same seed. */
  public Bootstrap(long seed) {
    this.seed = seed;
  }

  /** The interval of the mean; nothing with fewer than {@link #FEWEST} values. */
  public Optional<Interval> ofMean(double[] values) {
    return of(values.length, draw -> mean(values, draw));
  }

  /**
   * The interval of a statistic over n observations that are drawn whole, so that what was measured
   * together stays together.
   *
   * @param n how many observations
   * @param statistic of the observations at the given indices, finite for any draw
   * @return nothing with fewer than {@link #FEWEST} observations
   */
  public Optional<Interval> of(int n, ToDoubleFunction<int[]> statistic) {
    return ofSeveral(new int[] {n}, draws -> statistic.applyAsDouble(draws[0]));
  }

  /**
   * The interval of the ratio of two samples' means, b over a, each drawn by itself.
   *
   * @return nothing when either has fewer than {@link #FEWEST} values or holds one that is not
   *     positive
   */
  public Optional<Interval> ofRatio(double[] a, double[] b) {
    if (Arrays.stream(a).anyMatch(x -> x <= 0) || Arrays.stream(b).anyMatch(x -> x <= 0)) {
      return Optional.empty();
    }
    return ofSeveral(
        new int[] {a.length, b.length}, draws -> mean(b, draws[1]) / mean(a, draws[0]));
  }

  /**
   * The interval of the difference of two samples' means, b less a, each drawn by itself.
   *
   * @return nothing when either has fewer than {@link #FEWEST} values
   */
  public Optional<Interval> ofDifference(double[] a, double[] b) {
    return ofSeveral(
        new int[] {a.length, b.length}, draws -> mean(b, draws[1]) - mean(a, draws[0]));
  }

  /** The interval of a statistic over several samples, each drawn by itself. */
  Optional<Interval> ofSeveral(int[] sizes, ToDoubleFunction<int[][]> statistic) {
    if (Arrays.stream(sizes).anyMatch(n -> n < FEWEST)) {
      return Optional.empty();
    }
    var whole = new int[sizes.length][];
    Arrays.setAll(whole, sample -> range(sizes[sample]));
    var estimate = statistic.applyAsDouble(whole);
    var replicates = replicates(sizes, statistic);
    var bias = bias(replicates, estimate);
    var acceleration = acceleration(whole, statistic);
    var tail = (1 - Interval.LEVEL) / 2;
    var ends =
        TYPE_7.evaluate(
            replicates, adjusted(tail, bias, acceleration), adjusted(1 - tail, bias, acceleration));
    return Optional.of(
        new Interval(Math.min(ends[0], ends[1]), Math.max(ends[0], ends[1]), Interval.LEVEL));
  }

  private double[] replicates(int[] sizes, ToDoubleFunction<int[][]> statistic) {
    var random = new SplittableRandom(seed);
    var draws = new int[sizes.length][];
    Arrays.setAll(draws, sample -> new int[sizes[sample]]);
    var replicates = new double[RESAMPLES];
    for (var i = 0; i < RESAMPLES; i++) {
      for (var sample = 0; sample < sizes.length; sample++) {
        var n = sizes[sample];
        Arrays.setAll(draws[sample], any -> random.nextInt(n));
      }
      replicates[i] = statistic.applyAsDouble(draws);
    }
    return replicates;
  }

  /** z0: how far off the middle of the replicates the estimate lies; ties count half. */
  private static double bias(double[] replicates, double estimate) {
    var below = 0.0;
    for (var replicate : replicates) {
      below += replicate < estimate ? 1 : replicate > estimate ? 0 : 0.5;
    }
    var share = Math.clamp(below / RESAMPLES, 0.5 / RESAMPLES, 1 - 0.5 / RESAMPLES);
    return NORMAL.inverseCumulativeProbability(share);
  }

  /** The skewness of what each observation contributes, by the jackknife. */
  private static double acceleration(int[][] whole, ToDoubleFunction<int[][]> statistic) {
    var cubes = 0.0;
    var squares = 0.0;
    for (var sample = 0; sample < whole.length; sample++) {
      var all = whole[sample];
      var n = all.length;
      var without = new double[n];
      var draws = whole.clone();
      for (var i = 0; i < n; i++) {
        var left = i;
        draws[sample] = Arrays.stream(all).filter(j -> j != left).toArray();
        without[i] = statistic.applyAsDouble(draws);
      }
      var middle = Arrays.stream(without).average().orElseThrow();
      for (var value : without) {
        var influence = (n - 1) * (middle - value) / n;
        cubes += influence * influence * influence;
        squares += influence * influence;
      }
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double adjusted(double probability, double bias, double acceleration) {
    var z = bias + NORMAL.inverseCumulativeProbability(probability);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  private static double mean(double[] values, int[] draw) {
    var sum = 0.0;
    for (var index : draw) {
      sum += values[index];
    }
    return sum / draw.length;
  }

  private static int[] range(int n) {
    var indices = new int[n];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
