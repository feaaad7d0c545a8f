package dev.tr116.report;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.PlannedRun;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One line on the console for a run that has finished. */
public final class ProgressLine {
  private static final int MOST_AGENTS = 4;
  private static final int MOST_COLUMNS = 91;

  private ProgressLine() {}

  /**
   * The figures that matter and the time left.
   *
   * @param planned which run
   * @param metrics what it measured
   * @param status how it ended
   * @param done runs finished, this one included
   * @param total runs of the session
   * @param left the expected time of the runs still to come
   */
  public static String of(
      PlannedRun planned,
      DualRunMetrics metrics,
      RunStatus status,
      int done,
      int total,
      Duration left) {
    var head = String.format(Locale.ROOT, "%d/%d %s", done, total, planned.displayName());
    var line =
        head
            + "  "
            + (metrics.succeeded() ? figures(metrics) : "")
            + (status == RunStatus.OK ? "" : status.word().toUpperCase(Locale.ROOT) + "  ")
            + (done < total ? "left " + clock(left) : "");
    return line.stripTrailing();
  }

  /**
   * What stands on a terminal while a run is measured; it fits 100 columns with the console's
   * prefix.
   *
   * @param number of the run in the session, from 1
   * @param left the expected time of this run and those to come; empty before the first one
   */
  public static String begun(PlannedRun planned, int number, int total, Optional<Duration> left) {
    var line =
        String.format(Locale.ROOT, "%d/%d %s", number, total, planned.displayName())
            + left.map(time -> "  left " + clock(time)).orElse("")
            + " ...";
    return Columns.cut(ConsoleText.line(line), MOST_COLUMNS, MOST_COLUMNS / 2);
  }

  private static String figures(DualRunMetrics metrics) {
    if (!metrics.id().cell().isSideBySide()) {
      return metrics.agents().stream()
          .map(ProgressLine::alone)
          .collect(Collectors.joining(", ", "", "  "));
    }
    var ttft = ttft(metrics.agents());
    return String.format(
        Locale.ROOT,
        "wall %.2f s  speedup %sx (%s %%)  true %sx (%s %%)  ttft %s ms  ",
        metrics.concurrentWall().orElseThrow() / 1000,
        shown(metrics.concurrencySpeedup(), "%.2f"),
        shown(metrics.efficiencyPercent(), "%.1f"),
        shown(metrics.trueSpeedup(), "%.2f"),
        shown(metrics.trueEfficiencyPercent(), "%.0f"),
        ttft);
  }

  /** E.g. {@code baseline 1.87 s 118.3 tok/s ttft 86 ms}. */
  private static String alone(AgentMetrics agent) {
    return String.format(
        Locale.ROOT,
        "%s %.2f s %s tok/s ttft %s ms",
        agent.role(),
        agent.wall().orElseThrow() / 1000,
        shown(agent.throughput(), "%.1f"),
        shown(agent.ttft(), "%.0f"));
  }

  /** Each agent's, or the smallest and the largest where there are many. */
  private static String ttft(List<AgentMetrics> agents) {
    var known = agents.stream().map(AgentMetrics::ttft).flatMapToDouble(OptionalDouble::stream);
    var range = known.summaryStatistics();
    return agents.size() > MOST_AGENTS && range.getCount() > 0
        ? String.format(Locale.ROOT, "%.0f..%.0f", range.getMin(), range.getMax())
        : agents.stream()
            .map(agent -> shown(agent.ttft(), "%.0f"))
            .collect(Collectors.joining("/"));
  }

  private static String shown(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  /** Minutes and seconds, e.g. {@code 1:02}. */
  static String clock(Duration left) {
    return String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
  }
}
