package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.util.List;

/**
 * The time in which agents were at work, as TR116 trims it: without idling before and after, and
 * without loading a model where every agent's first call waited for that.
 *
 * @param from ns of the monotonic clock
 * @param to ns
 */
record ActiveWindow(long from, long to) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The window of agents that each made a call. */
  static ActiveWindow of(List<AgentRun> agents, long released, long ended) {
    var loading = agents.stream().mapToLong(agent -> loading(agent, released)).min().orElse(0);
    return new ActiveWindow(released + Math.clamp(loading, 0, ended - released), ended);
  }

  double seconds() {
    return seconds(to);
  }

  /** A moment in seconds from the begin; the clock may be negative, differences are right. */
  double seconds(long at) {
    return (at - from) / NANOS_PER_SECOND;
  }

  /** From the release to the end of the load that the first call paid for; 0 for a warm one. */
  private static long loading(AgentRun agent, long released) {
    var first = agent.calls().getFirst();
    return CallMetrics.of(first).cold().orElse(false) ? loaded(first) - released : 0;
  }

  private static long loaded(CallTrace call) {
    return call.stamps().sent().orElse(call.stamps().intended())
        + call.server().loadNanos().orElse(0);
  }
}
