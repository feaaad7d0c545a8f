package dev.tr116.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Jain's fairness index (Jain, Chiu, Hawe 1984) over each agent's 1 / slowdown. */
final class Fairness {
  private Fairness() {}

  /**
   * 1 when all agents are slowed alike, 1 / N when one takes everything; empty without baselines.
   */
  static OptionalDouble jain(List<AgentMetrics> agents) {
    if (agents.stream().anyMatch(agent -> agent.slowdown().isEmpty())) {
      return OptionalDouble.empty();
    }
    var speeds = agents.stream().mapToDouble(agent -> 1 / agent.slowdown().getAsDouble()).toArray();
    var sum = Arrays.stream(speeds).sum();
    var squares = Arrays.stream(speeds).map(speed -> speed * speed).sum();
    return OptionalDouble.of(sum * sum / (speeds.length * squares));
  }
}
