package dev.tr116.report.page;

import dev.tr116.metrics.SingleComparison;
import dev.tr116.plan.Suite;
import dev.tr116.statistics.Interval;
import java.util.Optional;

/** Whether chimera options beat the baseline of an agent that has the server for itself. */
final class SingleAnswer {
  private SingleAnswer() {}

  /** One sentence; empty without the suite {@code single}. */
  static Optional<String> of(PageData data) {
    var changes =
        data.of(Suite.SINGLE).stream()
            .flatMap(cell -> SingleComparison.of(cell.metrics()).stream())
            .map(SingleComparison::throughputImprovement)
            .toList();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var intervals = changes.stream().flatMap(each -> each.ofMeansInterval().stream()).toList();
    return Optional.of(
        "One agent alone: chimera options give more tokens per second than the baseline in "
            + count(intervals.stream().filter(each -> each.low() > 0).count(), changes.size())
            + ", fewer in "
            + intervals.stream().filter(SingleAnswer::isBelow).count()
            + ", by intervals that lie on one side of 0; the rest is open.");
  }

  private static boolean isBelow(Interval interval) {
    return interval.high() < 0;
  }

  private static String count(long some, int all) {
    return some + " of " + Words.count(all, "configuration");
  }
}
