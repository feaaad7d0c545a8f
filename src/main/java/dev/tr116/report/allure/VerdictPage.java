package dev.tr116.report.allure;

import dev.tr116.plan.SloMetric;
import dev.tr116.report.LossBar;
import dev.tr116.report.allure.Html.Cell;
import dev.tr116.slo.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A cell's objectives, one in a line. */
final class VerdictPage {
  private VerdictPage() {}

  static String of(CellReport report) {
    var verdict = report.verdict();
    var cell = verdict.cell();
    var html = new Html();
    html.strong(
        verdict.outcome()
            + (verdict.enforced() ? "" : " (not enforced on " + verdict.backend().phrase() + ")"));
    html.paragraph(
        "Answered by "
            + verdict.backend().phrase()
            + ". "
            + Description.meaning(verdict.backend(), cell.id().model().displayName()));
    html.paragraph(
        cell.measured().size()
            + " of "
            + verdict.plannedRuns()
            + " runs measured."
            + leftOut(report));
    if (cell.id().isSideBySide()) {
      html.picture(VerdictForest.svg(verdict), "both efficiencies, each run and the means");
      html.picture(LossBar.svg(cell, verdict.backend()), "where the time went");
    }
    html.table(
        List.of("objective", "target", "alert", "verdict", "why"),
        verdict.verdicts().stream().map(VerdictPage::row).toList());
    report.notes().forEach(html::paragraph);
    return html.toString();
  }

  private static String leftOut(CellReport report) {
    return report.verdict().cell().leftOut().entrySet().stream()
        .map(run -> " Run " + run.getKey().number() + ": " + run.getValue() + ".")
        .collect(Collectors.joining());
  }

  private static List<Cell> row(Verdict verdict) {
    var metric = verdict.metric();
    return List.of(
        Cell.text(metric.metricName()),
        Cell.number(limit(metric, verdict.limit().target())),
        Cell.number(limit(metric, verdict.limit().alert())),
        Cell.text(verdict.outcome() + (verdict.warning() ? " with a warning" : "")),
        Cell.text(verdict.why()));
  }

  private static String limit(SloMetric metric, double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + metric.unit();
  }
}
