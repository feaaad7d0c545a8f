package dev.tr116.report;

import dev.tr116.metrics.BaselineNotes;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Scaling;
import dev.tr116.plan.BackendDescription;
import dev.tr116.results.ScalingWords;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Verdict;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The table a session ends with: one line a cell, and one more for what it violates. It fits 100
 * columns with the console's prefix before it.
 */
public final class ClosingTable {
  private static final int WIDTH = 92;
  private static final int CELL_AND_RUNS = 36;
  private static final int HEAD = 8;
  private static final int MARGIN = 6;
  private static final String INDENT = "    ";

  private ClosingTable() {}

  /** The table with a line on what was measured and what the columns are. */
  public static String of(List<CellVerdict> verdicts, BackendDescription backend) {
    var text = new StringBuilder();
    text.append(
        Columns.cut(
            "Measured on " + backend.phrase() + ", means ± half the 95 % interval:",
            WIDTH,
            WIDTH / 2));
    text.append('\n');
    var sideBySide =
        verdicts.stream().filter(verdict -> verdict.cell().id().isSideBySide()).toList();
    if (!sideBySide.isEmpty() || verdicts.isEmpty()) {
      text.append(row("cell", "runs", "speedup", "eff %", "", "true", "", "ttft ms", "verdict"));
      sideBySide.forEach(verdict -> line(text, verdict, row(verdict)));
      text.append("speedup and eff %: TR116, against agents as slow as each other; true: against ");
      text.append("agents alone.\n");
    }
    var alone = verdicts.stream().filter(verdict -> !verdict.cell().id().isSideBySide()).toList();
    if (!alone.isEmpty()) {
      text.append(SingleRow.heading());
      alone.forEach(verdict -> line(text, verdict, SingleRow.of(verdict)));
      text.append(
          "more: chimera's tok/s above baseline's; less: its ttft below, both of the means.\n");
    }
    for (var scaling : Scaling.of(verdicts.stream().map(CellVerdict::cell).toList())) {
      var words = scaling.model().displayName() + " · scaling: " + ScalingWords.best(scaling);
      text.append(Columns.cut(words, WIDTH, HEAD)).append('\n');
      scaling
          .fit()
          .ifPresent(
              fit ->
                  text.append(Columns.cut(INDENT + ScalingWords.law(fit), WIDTH, WIDTH - HEAD))
                      .append('\n'));
    }
    notes(text, verdicts);
    return text.toString();
  }

  private static void line(StringBuilder text, CellVerdict verdict, String row) {
    text.append(row);
    list(text, "violates", violated(verdict));
    list(text, "undecided", undecided(verdict));
  }

  private static String row(CellVerdict verdict) {
    var cell = verdict.cell();
    return row(
        cell.id().displayName(),
        cell.measured().size() + "/" + verdict.plannedRuns(),
        mean(cell, DualRunMetrics::concurrencySpeedup, "%.2f"),
        mean(cell, DualRunMetrics::efficiencyPercent, "%.1f"),
        margin(cell, DualRunMetrics::efficiencyPercent, "%.1f"),
        mean(cell, DualRunMetrics::trueSpeedup, "%.2f"),
        margin(cell, DualRunMetrics::trueSpeedup, "%.2f"),
        shown(cell.ttft(), "%.0f"),
        word(verdict));
  }

  private static String row(String cell, String runs, Object... columns) {
    var room = CELL_AND_RUNS - runs.length();
    // The end of a name tells cells of one model apart, so the middle goes.
    return Columns.padded(Columns.cut(ConsoleText.line(cell), room - 1, HEAD), room)
        + runs
        + String.format(Locale.ROOT, " %7s %6s%-6s %5s%-6s %7s  %s\n", columns);
  }

  static String word(CellVerdict verdict) {
    return verdict.outcome() == Outcome.FAIL && !verdict.enforced()
        ? "not enforced"
        : verdict.outcome().name();
  }

  private static List<String> violated(CellVerdict verdict) {
    return verdict.outcome() == Outcome.FAIL
        ? verdict.violations().stream().map(violated -> violated.metric().metricName()).toList()
        : List.of();
  }

  private static List<String> undecided(CellVerdict verdict) {
    return verdict.outcome() == Outcome.INCONCLUSIVE
        ? verdict.undecided().stream()
            .map(undecided -> undecided.metric().metricName() + moreRuns(undecided))
            .toList()
        : List.of();
  }

  private static String moreRuns(Verdict undecided) {
    var more = undecided.moreRuns();
    return more.isPresent()
        ? " (about " + more.getAsInt() + (more.getAsInt() == 1 ? " more run)" : " more runs)")
        : "";
  }

  /** Names behind a word, wrapped; nothing when there is none. */
  private static void list(StringBuilder text, String word, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    var line = new StringBuilder(INDENT).append(word);
    var separator = " ";
    for (var name : names) {
      if (line.length() + separator.length() + name.length() > WIDTH - 1) {
        text.append(line).append(",\n");
        line.setLength(0);
        line.append(INDENT);
        separator = "";
      }
      line.append(separator).append(name);
      separator = ", ";
    }
    text.append(line).append('\n');
  }

  private static void notes(StringBuilder text, List<CellVerdict> verdicts) {
    var runs = verdicts.stream().flatMap(verdict -> verdict.cell().runs().stream()).toList();
    for (var note : BaselineNotes.of(runs)) {
      text.append(Columns.cut(note, WIDTH, WIDTH - HEAD)).append('\n');
    }
  }

  private static String mean(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure, String format) {
    return shown(cell.over(figure), format);
  }

  /** Half an interval's width, e.g. {@code ±3.1}; without its decimals where there is no room. */
  private static String margin(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure, String format) {
    var half = cell.interval(figure).map(Interval::halfWidth);
    var exact = half.map(h -> String.format(Locale.ROOT, " ±" + format, h)).orElse("");
    return exact.length() <= MARGIN
        ? exact
        : half.map(h -> String.format(Locale.ROOT, " ±%.0f", h)).orElseThrow();
  }

  private static String shown(Optional<Distribution> sample, String format) {
    return sample.map(s -> String.format(Locale.ROOT, format, s.mean())).orElse("-");
  }
}
