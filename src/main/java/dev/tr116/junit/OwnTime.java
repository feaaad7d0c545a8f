package dev.tr116.junit;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What this program itself needs for a run: all of it but the time in which agents work. */
final class OwnTime {
  private static final double NANOS_PER_MS = 1e6;

  private OwnTime() {}

  /**
   * That of a run, ms.
   *
   * @param run what happened
   * @param spent from the first to the last thing done for it
   * @param waited how much of it for the next sample of the power meter
   */
  static double millis(DualRun run, Duration spent, Duration waited) {
    return Math.max(0, spent.minus(waited).toNanos() - agentsAtWork(run)) / NANOS_PER_MS;
  }

  /** How long at least one agent was at work, ns; also one that only makes its server load. */
  private static long agentsAtWork(DualRun run) {
    var parts =
        Stream.of(run.agents(), run.solo(), run.primers())
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(AgentRun::started))
            .toList();
    var sum = 0L;
    var until = Long.MIN_VALUE;
    for (var part : parts) {
      var from = Math.max(part.started(), until);
      sum += Math.max(0, part.ended() - from);
      until = Math.max(until, part.ended());
    }
    return sum;
  }
}
