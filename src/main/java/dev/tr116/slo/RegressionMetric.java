package dev.tr116.slo;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.SloMetric.Better;

/**
 * A figure of a run that two sessions are compared by. Each agent's own figures are compared apart,
 * so that one agent's gain cannot hide the other's loss.
 *
 * @param name in records, e.g. {@code collector_ttft_ms}
 * @param title for people, e.g. {@code collector TTFT}
 * @param unit of its values
 * @param better which way it improves
 */
public record RegressionMetric(String name, String title, String unit, Better better) {
  /** From the barrier to the end of the last agent. */
  public static final RegressionMetric WALL =
      new RegressionMetric("concurrent_wall_time_ms", "wall time", "ms", Better.LOWER);

  /** TR116's efficiency. */
  public static final RegressionMetric EFFICIENCY =
      new RegressionMetric("efficiency_percent", "efficiency", "%", Better.HIGHER);

  /** How much faster than one after the other. */
  public static final RegressionMetric TRUE_SPEEDUP =
      new RegressionMetric("true_speedup", "true speedup", "x", Better.HIGHER);

  /** One agent's time to the first token. */
  public static RegressionMetric ttft(AgentRole role) {
    return new RegressionMetric(role + "_ttft_ms", role + " TTFT", "ms", Better.LOWER);
  }

  /** One agent's decode rate. */
  public static RegressionMetric decodeRate(AgentRole role) {
    return new RegressionMetric(
        role + "_decode_rate_tok_s", role + " decode rate", "tok/s", Better.HIGHER);
  }
}
