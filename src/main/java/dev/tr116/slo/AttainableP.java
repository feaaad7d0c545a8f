package dev.tr116.slo;

/** The smallest two-sided p that a Mann-Whitney test of so many runs can give. */
final class AttainableP {
  /** Below it a difference is taken as shown. */
  static final double ALPHA = 0.05;

  private AttainableP() {}

  /** Two of all orders in which the runs of both sides may stand: all of one before the other. */
  static double of(int first, int second) {
    var orders = 1.0;
    for (var i = 1; i <= first; i++) {
      orders *= (double) (second + i) / i;
    }
    return Math.min(1, 2 / orders);
  }

  /** Fewest runs on each side with which any of so many cells can be told to differ. */
  static int runsNeeded(int cells) {
    var runs = 1;
    while (cells * of(runs, runs) >= ALPHA) {
      runs++;
    }
    return runs;
  }
}
