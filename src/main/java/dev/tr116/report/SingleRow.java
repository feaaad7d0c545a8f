package dev.tr116.report;

import dev.tr116.metrics.PercentChange;
import dev.tr116.metrics.SingleComparison;
import dev.tr116.slo.CellVerdict;
import java.util.Locale;
import java.util.Optional;

/** A line of the {@link ClosingTable} for a cell whose agents ran one after the other. */
final class SingleRow {
  private static final int CELL_AND_RUNS = 36;
  private static final int HEAD = 8;

  private SingleRow() {}

  static String heading() {
    return row("single agent", "runs", "baseline", "chimera", "more %", "less %", "verdict");
  }

  static String of(CellVerdict verdict) {
    var cell = verdict.cell();
    var comparison = SingleComparison.of(cell);
    return row(
        cell.id().displayName(),
        cell.measured().size() + "/" + verdict.plannedRuns(),
        side(comparison.map(SingleComparison::baseline)),
        side(comparison.map(SingleComparison::chimera)),
        percent(comparison.map(SingleComparison::throughputImprovement)),
        percent(comparison.map(SingleComparison::ttftReduction)),
        ClosingTable.word(verdict));
  }

  private static String row(String cell, String runs, Object... columns) {
    var room = CELL_AND_RUNS - runs.length();
    return Columns.padded(Columns.cut(ConsoleText.line(cell), room - 1, HEAD), room)
        + runs
        + String.format(Locale.ROOT, " %-13s %-13s %6s %6s  %s\n", columns);
  }

  /** E.g. {@code 118/s 86 ms} or {@code 4.3/s 1204 ms}: throughput and TTFT. */
  private static String side(Optional<SingleComparison.Side> side) {
    return side.flatMap(SingleComparison.Side::throughput).map(SingleRow::rate).orElse("-")
        + "/s "
        + side.flatMap(SingleComparison.Side::ttft)
            .map(ttft -> String.format(Locale.ROOT, "%.0f", ttft.sample().mean()))
            .orElse("-")
        + " ms";
  }

  private static String rate(SingleComparison.Mean rate) {
    var perSecond = rate.sample().mean();
    return perSecond >= 100
        ? String.format(Locale.ROOT, "%.0f", perSecond)
        : String.format(Locale.ROOT, "%.1f", perSecond);
  }

  private static String percent(Optional<PercentChange> change) {
    return change
        .filter(c -> c.ofMeans().isPresent())
        .map(c -> String.format(Locale.ROOT, "%+.1f", c.ofMeans().getAsDouble()))
        .orElse("-");
  }
}
