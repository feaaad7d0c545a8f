package dev.tr116.deployment;

import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.Map;

/** The limits that the rules take from the objectives in force, and those of their own. */
final class Limits {
  /** Side by side as fast as one after the other. */
  static final double NO_GAIN = 1;

  /**
   * TR116 calls 77.6 % unacceptable for production and 85.8 % fit for prototypes; it draws no line
   * between them.
   */
  static final double UNACCEPTABLE_EFFICIENCY = 80;

  private Limits() {}

  /** Those in force, or TR116's where the user set none. */
  static SloLimit efficiency(Map<SloMetric, SloLimit> limits) {
    return limits.getOrDefault(SloMetric.EFFICIENCY, SloMetric.EFFICIENCY.standard().orElseThrow());
  }
}
