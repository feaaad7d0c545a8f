package dev.tr116.statistics;

import java.util.OptionalDouble;

/**
 * The Universal Scalability Law: C(N) = N / (1 + sigma (N - 1) + kappa N (N - 1)), how many times
 * one agent's work gets done by N agents side by side.
 *
 * <p>Source: N. J. Gunther, Guerrilla Capacity Planning (2007), chapter 4.
 *
 * @param sigma contention: the share of the work that nobody else can do meanwhile, from 0
 * @param kappa coherency: what each pair of agents costs, from 0
 */
public record UniversalScalability(double sigma, double kappa) {
  public UniversalScalability {
    if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)
        || !(kappa >= 0 && kappa < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "sigma and kappa are finite and not below 0, not " + sigma + " and " + kappa);
    }
  }

  /** C(N). */
  public double at(double n) {
    return n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
  }

  /**
   * N* = sqrt((1 - sigma) / kappa), where C is largest; 1 where it only falls. Empty when kappa is
   * 0: then C has no maximum.
   */
  public OptionalDouble peak() {
    var reciprocal = reciprocalPeak();
    return reciprocal == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 / reciprocal);
  }

  /** 1 / N*, which stays finite: 0 without a maximum, at most 1. */
  double reciprocalPeak() {
    return sigma >= 1 ? 1 : Math.min(1, Math.sqrt(kappa / (1 - sigma)));
  }
}
