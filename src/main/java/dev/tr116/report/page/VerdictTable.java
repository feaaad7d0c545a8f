package dev.tr116.report.page;

import dev.tr116.report.page.Table.Cell;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The verdict of each cell, and below it every objective with its reason. */
final class VerdictTable {
  private VerdictTable() {}

  static void write(Html html, PageData data) {
    if (data.cells().isEmpty()) {
      return;
    }
    html.element("h3", "Verdicts");
    var table = Table.of("Verdict of each cell", "cell", "verdict", "why", "records");
    for (var cell : data.cells()) {
      var verdict = cell.stored().verdict();
      table.row(
          Cell.of(cell.name()),
          Cell.marked(word(verdict), mark(verdict.outcome())),
          Cell.of(why(verdict)),
          Cell.link("folder", data.link(cell.id().directory()) + "/"));
    }
    table.write(html);
    objectives(html, data);
  }

  private static void objectives(Html html, PageData data) {
    html.open("details").element("summary", "Every objective of every cell");
    var table =
        Table.of(
            "Objectives",
            "cell",
            "objective",
            "target/alert",
            "#measured, mean or share",
            "verdict",
            "why");
    for (var cell : data.cells()) {
      for (var each : cell.stored().verdict().verdicts()) {
        table.row(
            Cell.of(cell.name()),
            Cell.of(each.metric().metricName()),
            Cell.of(each.limit() + " " + each.metric().unit()),
            measured(each),
            Cell.marked(
                each.outcome() + (each.warning() ? " (warning)" : ""), mark(each.outcome())),
            Cell.of(each.why()));
      }
    }
    table.write(html);
    html.close("details");
  }

  private static Cell measured(Verdict verdict) {
    if (verdict.value().isEmpty()) {
      return Cell.of(Cell.ABSENT);
    }
    var unit = unit(verdict);
    return Cell.of(
        unit.number(verdict.value().getAsDouble()) + " " + verdict.metric().unit(),
        verdict.interval().map(unit::of).orElse(""));
  }

  private static Unit unit(Verdict verdict) {
    return switch (verdict.metric().unit()) {
      case "x" -> Unit.FACTOR;
      case "%" -> Unit.PERCENT;
      case "ms" -> Unit.MILLIS;
      case "tok/s" -> Unit.RATE;
      default -> Unit.SHARE;
    };
  }

  private static String word(CellVerdict verdict) {
    return verdict.outcome()
        + (verdict.outcome() == Outcome.FAIL && !verdict.enforced() ? " (not enforced)" : "");
  }

  private static String why(CellVerdict verdict) {
    return switch (verdict.outcome()) {
      case PASS -> warnings(verdict);
      case FAIL -> "violates " + names(verdict.violations());
      case INCONCLUSIVE ->
          verdict.undecided().isEmpty()
                  || verdict.cell().measured().size() < CellVerdict.FEWEST_RUNS
              ? Words.count(verdict.cell().measured().size(), "measured run")
                  + ", a verdict needs "
                  + CellVerdict.FEWEST_RUNS
              : "undecided: " + names(verdict.undecided());
      case INVALID ->
          verdict.cell().runs().isEmpty()
              ? "no run is recorded"
              : "no run can be trusted: "
                  + Words.shortList(
                      verdict.cell().leftOut().values().stream().distinct().toList(), 3);
    };
  }

  private static String warnings(CellVerdict verdict) {
    var warned = verdict.verdicts().stream().filter(Verdict::warning).toList();
    return warned.isEmpty()
        ? "every objective is met"
        : "within every alert; below target: " + names(warned);
  }

  private static String names(List<Verdict> verdicts) {
    var names = new ArrayList<String>();
    verdicts.forEach(verdict -> names.add(verdict.metric().metricName()));
    return Words.list(names);
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "good";
      case INCONCLUSIVE -> "warn";
      case FAIL, INVALID -> "bad";
    };
  }
}
