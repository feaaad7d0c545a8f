package dev.tr116.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap intervals (BCa), seeded, from 10 000 resamples; of means
 * of many values those of {@link LargeSample}, which they come to.
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
    return LargeSample.isOne(values)
        ? Optional.of(LargeSample.ofMean(values))
        : ofMeans(means -> means[0], values);
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
    return LargeSample.isOne(a) && LargeSample.isOne(b)
        ? Optional.of(LargeSample.ofRatio(a, b))
        : ofMeans(means -> means[1] / means[0], a, b);
  }

  /**
   * The interval of the difference of two samples' means, b less a, each drawn by itself.
   *
   * @return nothing when either has fewer than {@link #FEWEST} values
   */
  public Optional<Interval> ofDifference(double[] a, double[] b) {
    return LargeSample.isOne(a) && LargeSample.isOne(b)
        ? Optional.of(LargeSample.ofDifference(a, b))
        : ofMeans(means -> means[1] - means[0], a, b);
  }

  /** The interval of a statistic over several samples, each drawn by itself. */
  Optional<Interval> ofSeveral(int[] sizes, ToDoubleFunction<int[][]> statistic) {
    if (Arrays.stream(sizes).anyMatch(n -> n < FEWEST)) {
      return Optional.empty();
    }
    var random = new SplittableRandom(seed);
    var draws = new int[sizes.length][];
    Arrays.setAll(draws, sample -> new int[sizes[sample]]);
    var replicates = new double[RESAMPLES];
    for (var i = 0; i < replicates.length; i++) {
      for (var draw : draws) {
        Arrays.setAll(draw, any -> random.nextInt(draw.length));
      }
      replicates[i] = statistic.applyAsDouble(draws);
    }
    var whole = new int[sizes.length][];
    Arrays.setAll(whole, sample -> range(sizes[sample]));
    var without = new double[sizes.length][];
    Arrays.setAll(without, sample -> withoutEach(whole, sample, statistic));
    return Optional.of(interval(statistic.applyAsDouble(whole), replicates, without));
  }

  /** The statistic without each observation of one sample in turn. */
  private static double[] withoutEach(
      int[][] whole, int sample, ToDoubleFunction<int[][]> statistic) {
    var all = whole[sample];
    var draws = whole.clone();
    var without = new double[all.length];
    for (var i = 0; i < all.length; i++) {
      var left = i;
      draws[sample] = Arrays.stream(all).filter(j -> j != left).toArray();
      without[i] = statistic.applyAsDouble(draws);
    }
    return without;
  }

  /**
   * The interval of a function of several samples' means, each drawn by itself: what {@link
   * #ofSeveral} gives, in time that grows with the number of values and not with its square.
   */
  private Optional<Interval> ofMeans(ToDoubleFunction<double[]> of, double[]... samples) {
    if (Arrays.stream(samples).anyMatch(sample -> sample.length < FEWEST)) {
      return Optional.empty();
    }
    var random = new SplittableRandom(seed);
    var means = new double[samples.length];
    var replicates = new double[RESAMPLES];
    for (var i = 0; i < replicates.length; i++) {
      for (var sample = 0; sample < samples.length; sample++) {
        means[sample] = drawnMean(samples[sample], random);
      }
      replicates[i] = of.applyAsDouble(means);
    }
    var whole = Arrays.stream(samples).mapToDouble(Bootstrap::mean).toArray();
    var without = new double[samples.length][];
    Arrays.setAll(without, sample -> withoutEach(samples[sample], sample, whole, of));
    return Optional.of(interval(of.applyAsDouble(whole), replicates, without));
  }

  /** The statistic without each value of one sample in turn. */
  private static double[] withoutEach(
      double[] values, int sample, double[] whole, ToDoubleFunction<double[]> of) {
    var means = whole.clone();
    var sum = Arrays.stream(values).sum();
    var without = new double[values.length];
    for (var i = 0; i < values.length; i++) {
      means[sample] = (sum - values[i]) / (values.length - 1);
      without[i] = of.applyAsDouble(means);
    }
    return without;
  }

  private static Interval interval(double estimate, double[] replicates, double[][] without) {
    var bias = bias(replicates, estimate);
    var acceleration = acceleration(without);
    var tail = (1 - Interval.LEVEL) / 2;
    var ends =
        TYPE_7.evaluate(
            replicates, adjusted(tail, bias, acceleration), adjusted(1 - tail, bias, acceleration));
    return new Interval(Math.min(ends[0], ends[1]), Math.max(ends[0], ends[1]), Interval.LEVEL);
  }

  /** z0: how far off the middle of the replicates the estimate lies; ties count half. */
  private static double bias(double[] replicates, double estimate) {
    var below = 0.0;
    for (var replicate : replicates) {
      below += replicate < estimate ? 1 : replicate > estimate ? 0 : 0.5;
    }
    var all = replicates.length;
    return NORMAL.inverseCumulativeProbability(Math.clamp(below / all, 0.5 / all, 1 - 0.5 / all));
  }

  /** The skewness of what each observation contributes, by the jackknife. */
  private static double acceleration(double[][] samples) {
    var cubes = 0.0;
    var squares = 0.0;
    for (var without : samples) {
      var n = without.length;
      var middle = mean(without);
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

  private static double drawnMean(double[] values, SplittableRandom random) {
    var sum = 0.0;
    for (var i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static int[] range(int n) {
    var indices = new int[n];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
