package dev.tr116.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Jain's fairness index (Jain, Chiu, Hawe 1984) over each agent's 1 / slowdown. */
final class Fairness {
  private Fairness() {}

  /**
   * 1 when all agents are slowed alike, 1 / N when one takes everything; empty without baselines.
   */
  static OptionalDouble jain(
      List<AgentMetrics> agents, Function<AgentMetrics, OptionalDouble> slowdown) {
    var slowdowns = agents.stream().map(slowdown).toList();
    if (slowdowns.isEmpty() || slowdowns.stream().anyMatch(OptionalDouble::isEmpty)) {
      return OptionalDouble.empty();
    }
    var speeds = slowdowns.stream().mapToDouble(each -> 1 / each.getAsDouble()).toArray();
    var sum = Arrays.stream(speeds).sum();
    var squares = Arrays.stream(speeds).map(speed -> speed * speed).sum();
    return OptionalDouble.of(sum * sum / (speeds.length * squares));
  }
}
