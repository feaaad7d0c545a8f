package dev.tr116.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** TR116's two rules for contention; its text gives the first, its code the second. */
final class Contention {
  private static final double TTFT_ABOVE_MS = 3000;

  /** TR116's limit, and it knows no more than two agents. */
  private static final double SPEEDUP_OF_TWO_BELOW = 1.5;

  private Contention() {}

  /** Why agents side by side contended; an agent alone has nobody to contend with. */
  static List<String> reasons(List<AgentMetrics> agents, double speedup) {
    if (agents.size() < 2) {
      return List.of();
    }
    var reasons = new ArrayList<String>();
    for (var agent : agents) {
      if (agent.ttft().orElse(0) > TTFT_ABOVE_MS) {
        reasons.add(
            String.format(
                Locale.ROOT,
                "ttft of %s is %.0f ms, above %.0f ms",
                agent.role(),
                agent.ttft().orElseThrow(),
                TTFT_ABOVE_MS));
      }
    }
    if (agents.size() == 2 && speedup < SPEEDUP_OF_TWO_BELOW) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "concurrency_speedup is %.3f, below %.2f",
              speedup,
              SPEEDUP_OF_TWO_BELOW));
    }
    return reasons;
  }
}
