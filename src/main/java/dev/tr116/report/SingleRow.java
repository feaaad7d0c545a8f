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
  private static final String COLUMNS = " %-14s %-14s %7s %7s  %s\n";

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
    return String.format(Locale.ROOT, "%-" + room + "s", ClosingTable.cut(cell, room - 1, HEAD))
        + runs
        + String.format(Locale.ROOT, COLUMNS, columns);
  }

  /** E.g. {@code 118.3/s 86 ms}: throughput and TTFT. */
  private static String side(Optional<SingleComparison.Side> side) {
    return mean(side.flatMap(SingleComparison.Side::throughput), "%.1f")
        + "/s "
        + mean(side.flatMap(SingleComparison.Side::ttft), "%.0f")
        + " ms";
  }

  private static String mean(Optional<SingleComparison.Mean> mean, String format) {
    return mean.map(m -> String.format(Locale.ROOT, format, m.sample().mean())).orElse("-");
  }

  private static String percent(Optional<PercentChange> change) {
    return change
        .filter(c -> c.ofMeans().isPresent())
        .map(c -> String.format(Locale.ROOT, "%+.1f", c.ofMeans().getAsDouble()))
        .orElse("-");
  }
}
