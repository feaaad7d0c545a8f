package dev.tr116.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often something happened, and how often it may happen at most.
 *
 * <p>Source of the bound: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits
 * Illustrated in the Case of the Binomial, Biometrika 26 (1934).
 *
 * @param count how often it happened
 * @param n how often it could have happened, at least once
 * @param atMost the true share is not above, one-sided at 95 %; between 0 and 1
 */
public record Proportion(long count, long n, double atMost) {

  /**
   * A share of some trials; nothing when there were none.
   *
   * @throws IllegalArgumentException when it happened more often than it could, or less than never
   */
  public static Optional<Proportion> of(long count, long n) {
    if (count < 0 || count > n) {
      throw new IllegalArgumentException(count + " of " + n + " is no share");
    }
    return n == 0 ? Optional.empty() : Optional.of(new Proportion(count, n, atMostOf(count, n)));
  }

  /** The share observed, 0 to 1. */
  public double share() {
    return (double) count / n;
  }

  private static double atMostOf(long count, long n) {
    return count == n
        ? 1
        : BetaDistribution.of(count + 1.0, (double) (n - count))
            .inverseCumulativeProbability(Interval.LEVEL);
  }
}
