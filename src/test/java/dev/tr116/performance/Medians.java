package dev.tr116.performance;

import java.util.stream.DoubleStream;

/** The middle of some figures. */
final class Medians {
  private Medians() {}

  /** The middle one, or the mean of the two in the middle. */
  static double of(DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    var half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
