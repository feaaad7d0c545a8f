package dev.tr116.report;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.util.Locale;
import java.util.OptionalLong;

/** How an agent's part in a run is told in one line. */
public final class Outcome {
  private static final long SECOND = 1_000_000_000;

  private Outcome() {}

  /** E.g. {@code 312 tokens in 4.2 s}, or {@code TIMEOUT_IDLE after 12.3 s: no more text}. */
  public static String of(AgentRun agent) {
    return agent.failure().map(f -> brief(agent) + ": " + f.message()).orElse(brief(agent));
  }

  /** The same without a failure's message, e.g. {@code TIMEOUT_IDLE after 12.3 s}. */
  public static String brief(AgentRun agent) {
    var took = duration(agent.ended() - agent.started());
    if (agent.succeeded()) {
      return amount(agent) + " in " + took;
    }
    return agent
        .failure()
        .map(failure -> failure.kind() + " after " + took)
        .orElse("no call in " + took);
  }

  /** E.g. {@code 4.2 s}, {@code 83 ms} or {@code 0.42 ms}. */
  public static String duration(long nanos) {
    var seconds = (double) nanos / SECOND;
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    var milliseconds = seconds * 1_000;
    return String.format(Locale.ROOT, milliseconds >= 10 ? "%.0f ms" : "%.2f ms", milliseconds);
  }

  private static String amount(AgentRun agent) {
    var tokens = tokens(agent);
    return tokens.isPresent()
        ? tokens.getAsLong() + " tokens"
        : agent.calls().stream().mapToInt(call -> call.chunks().size()).sum() + " chunks";
  }

  /** The server's count over all calls; empty when one of them has none. */
  private static OptionalLong tokens(AgentRun agent) {
    var counts = agent.calls().stream().map(CallTrace::server).map(s -> s.evalCount()).toList();
    return counts.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(counts.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }
}
