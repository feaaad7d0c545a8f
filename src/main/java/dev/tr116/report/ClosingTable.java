package dev.tr116.report;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Distribution;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table a session ends with: one line a cell, 100 columns. */
public final class ClosingTable {
  private ClosingTable() {}

  /** The table with a line on what was measured and what the columns are. */
  public static String of(List<CellVerdict> verdicts, BackendDescription backend) {
    var text = new StringBuilder();
    text.append("Measured on ").append(backend.phrase()).append(", means over runs:\n");
    text.append(row("cell", "runs", "speedup", "eff %", "true x", "true %", "ttft ms", "verdict"));
    for (var verdict : verdicts) {
      text.append(row(verdict));
    }
    text.append("speedup and eff %: TR116, against agents as slow as each other; true: against ");
    text.append("agents alone.\n");
    return text.toString();
  }

  private static String row(CellVerdict verdict) {
    var cell = verdict.cell();
    return row(
        cell.id().displayName(),
        cell.measured().size() + "/" + verdict.plannedRuns(),
        mean(cell, DualRunMetrics::concurrencySpeedup, "%.2f"),
        mean(cell, DualRunMetrics::efficiencyPercent, "%.1f"),
        mean(cell, DualRunMetrics::trueSpeedup, "%.2f"),
        mean(cell, DualRunMetrics::trueEfficiencyPercent, "%.1f"),
        shown(cell.ttft(), "%.0f"),
        words(verdict));
  }

  private static String row(Object... columns) {
    return String.format(Locale.ROOT, "%-36.36s %5s %7s %6s %7s %6s %9s  %s", columns)
            .stripTrailing()
        + "\n";
  }

  private static String words(CellVerdict verdict) {
    if (verdict.outcome() != Outcome.FAIL) {
      return verdict.outcome().name();
    }
    var violated =
        verdict.violations().stream()
            .map(Verdict::metric)
            .map(metric -> metric.metricName())
            .collect(Collectors.joining(", "));
    return verdict.enforced() ? "FAIL " + violated : "not enforced: " + violated;
  }

  private static String mean(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure, String format) {
    return shown(cell.over(figure), format);
  }

  private static String shown(Optional<Distribution> sample, String format) {
    return sample.map(s -> String.format(Locale.ROOT, format, s.mean())).orElse("-");
  }
}
