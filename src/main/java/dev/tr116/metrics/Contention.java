package dev.tr116.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** TR116's two rules for contention; its text gives the first, its code the second. */
final class Contention {
  private static final double TTFT_ABOVE_MS = 3000;

  /** TR116 writes 1.5 for two agents. */
  private static final double SPEEDUP_BELOW_PER_AGENT = 0.75;

  private Contention() {}

  static List<String> reasons(List<AgentMetrics> agents, double speedup) {
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
    var limit = SPEEDUP_BELOW_PER_AGENT * agents.size();
    if (agents.size() > 1 && speedup < limit) {
      reasons.add(
          String.format(Locale.ROOT, "concurrency_speedup is %.3f, below %.2f", speedup, limit));
    }
    return reasons;
  }
}
