package dev.tr116.report.allure;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.report.allure.Html.Cell;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.RuntimeFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole matrix of a session in one description. */
final class SummaryPage {
  private SummaryPage() {}

  static String of(SummaryReport report) {
    var html = new Html();
    var verdicts = report.verdicts();
    html.strong(headline(report));
    html.paragraph(backend(report));
    table(html, verdicts.stream().filter(v -> v.cell().id().isSideBySide()).toList());
    alone(html, verdicts.stream().filter(v -> !v.cell().id().isSideBySide()).toList());
    var cells = verdicts.stream().map(CellVerdict::cell).toList();
    Comparisons.ofModels(html, cells);
    Comparisons.ofRuntimes(html, cells);
    report
        .comparison()
        .ifPresent(
            with ->
                html.heading("Against session " + with.there().name())
                    .paragraph(with.outcome() + ": " + with.counts()));
    return html.toString();
  }

  private static String headline(SummaryReport report) {
    var counts = new LinkedHashMap<Outcome, Long>();
    for (var outcome : Outcome.values()) {
      var count = report.verdicts().stream().filter(v -> v.outcome() == outcome).count();
      if (count > 0) {
        counts.put(outcome, count);
      }
    }
    var missing = report.notMeasured();
    return report.verdicts().size()
        + (report.verdicts().size() == 1 ? " cell: " : " cells: ")
        + counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "))
        + (missing == 0 ? "" : "; " + missing + " planned runs were not measured");
  }

  private static String backend(SummaryReport report) {
    var enforced = report.verdicts().stream().anyMatch(CellVerdict::enforced);
    return "Session "
        + report.session().name()
        + " on "
        + report.session().backend().phrase()
        + ". "
        + Description.meaning(report.session().backend(), "the models named")
        + (enforced ? "" : " Objectives are not enforced here.");
  }

  private static void table(Html html, List<CellVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    html.heading("Agents side by side: means with 95 % intervals");
    html.table(
        List.of(
            "cell",
            "runs",
            "TR116 efficiency, %",
            "true efficiency, %",
            "true speedup, x",
            "TTFT, ms",
            "verdict"),
        verdicts.stream()
            .map(
                verdict ->
                    List.of(
                        link(verdict),
                        runs(verdict),
                        mean(verdict, DualRunMetrics::efficiencyPercent, 1),
                        mean(verdict, DualRunMetrics::trueEfficiencyPercent, 1),
                        mean(verdict, DualRunMetrics::trueSpeedup, 2),
                        mean(verdict, RuntimeFigure.TTFT.ofRun(), 0),
                        Cell.text(outcome(verdict))))
            .toList());
    html.paragraph(
        "TR116 efficiency cannot see that agents slow each other down; true efficiency is measured"
            + " against each agent alone.");
  }

  private static void alone(Html html, List<CellVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    var roles = verdicts.stream().flatMap(v -> v.cell().roles().stream()).distinct().toList();
    var head = new ArrayList<>(List.of("cell", "runs"));
    roles.forEach(role -> head.addAll(List.of(role + " TTFT, ms", role + " throughput, tok/s")));
    head.add("verdict");
    html.heading("Agents that had the server for themselves: means with 95 % intervals");
    html.table(
        head,
        verdicts.stream()
            .map(
                verdict -> {
                  var row = new ArrayList<>(List.of(link(verdict), runs(verdict)));
                  for (var role : roles) {
                    row.add(mean(verdict, of(role, AgentMetrics::ttft), 0));
                    row.add(mean(verdict, of(role, AgentMetrics::throughput), 1));
                  }
                  row.add(Cell.text(outcome(verdict)));
                  return (List<Cell>) row;
                })
            .toList());
  }

  private static Cell link(CellVerdict verdict) {
    var id = verdict.cell().id();
    return Cell.link(id.displayName(), SuitesTree.address(Identity.of(id).suites()));
  }

  private static Cell runs(CellVerdict verdict) {
    return Cell.number(verdict.cell().measured().size() + "/" + verdict.plannedRuns());
  }

  private static Cell mean(
      CellVerdict verdict, Function<DualRunMetrics, OptionalDouble> figure, int digits) {
    return Cell.number(Numbers.mean(verdict.cell(), figure, digits));
  }

  private static String outcome(CellVerdict verdict) {
    var violated = verdict.violations().stream().map(each -> each.metric().metricName()).toList();
    return verdict.outcome()
        + (verdict.outcome() == Outcome.FAIL && !verdict.enforced() ? " (not enforced)" : "")
        + (violated.isEmpty() ? "" : ": " + String.join(", ", violated));
  }

  private static Function<DualRunMetrics, OptionalDouble> of(
      AgentRole role, Function<AgentMetrics, OptionalDouble> figure) {
    return run -> run.agent(role).map(figure).orElse(OptionalDouble.empty());
  }
}
