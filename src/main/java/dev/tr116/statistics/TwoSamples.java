package dev.tr116.statistics;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * A sample held against another one.
 *
 * @param ratio mean of the second over mean of the first
 * @param interval of the ratio, by bootstrap
 * @param p two-sided, of the Mann-Whitney U test: how probable so different ranks are when both
 *     come from the same distribution; exact for small samples without ties
 */
public record TwoSamples(double ratio, Interval interval, double p) {

  /**
   * Compares positive values.
   *
   * @param first what is compared with
   * @param second what is compared
   * @param seed of the bootstrap
   * @return nothing when either has fewer than {@link Bootstrap#FEWEST} values or holds one that is
   *     not positive
   */
  public static Optional<TwoSamples> compare(double[] first, double[] second, long seed) {
    return new Bootstrap(seed)
        .ofRatio(first, second)
        .map(
            interval ->
                new TwoSamples(
                    Mean.of(second).getAsDouble() / Mean.of(first).getAsDouble(),
                    interval,
                    p(first, second)));
  }

  /** The p of that test alone; 1 where no value differs from another. */
  public static double p(double[] first, double[] second) {
    var p = MannWhitneyUTest.withDefaults().test(first, second).getPValue();
    return Double.isNaN(p) ? 1 : p;
  }
}
