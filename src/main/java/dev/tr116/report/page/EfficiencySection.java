package dev.tr116.report.page;

import dev.tr116.plan.SloMetric;
import dev.tr116.report.chart.ForestPlot;
import dev.tr116.report.chart.Limit;
import dev.tr116.report.page.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TR116's efficiency beside the true one, cell by cell, with the verdicts. */
final class EfficiencySection {
  private EfficiencySection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var cells = data.sideBySide();
    if (!cells.isEmpty()) {
      html.p(
          "TR116's efficiency compares agents with each other and cannot see that they slow each"
              + " other down; the true efficiency compares them with the same agents alone. Means"
              + " over runs, with their 95 % intervals.");
      html.chart(plot(data, cells));
      table(cells).write(html);
    }
    VerdictTable.write(html, data);
    return Section.of("efficiency", "TR116's efficiency and the true one", html);
  }

  private static ForestPlot plot(PageData data, List<CellView> cells) {
    return new ForestPlot(
        "Efficiency by TR116's rule and against agents alone",
        "Measured on " + data.backend().phrase() + ".",
        "efficiency",
        "%",
        List.of(Measure.EFFICIENCY.title(), Measure.TRUE_EFFICIENCY.title()),
        cells.stream()
            .map(
                cell ->
                    new ForestPlot.Row(
                        cell.name(),
                        List.of(
                            cell.figure(Measure.EFFICIENCY).estimate(),
                            cell.figure(Measure.TRUE_EFFICIENCY).estimate())))
            .toList(),
        limits(data));
  }

  private static List<Limit> limits(PageData data) {
    var limits = new ArrayList<Limit>();
    var limit = data.stored().session().settings().slos().get(SloMetric.EFFICIENCY);
    if (limit != null) {
      limits.add(new Limit("target (TR116's efficiency)", limit.target()));
      limits.add(new Limit("alert", limit.alert()));
    }
    return limits;
  }

  private static Table table(List<CellView> cells) {
    var table =
        Table.of(
            "Efficiency and speedup of each cell, mean with 95 % interval",
            "cell",
            "#runs measured of planned",
            "#" + Measure.EFFICIENCY.column(),
            "#" + Measure.TRUE_EFFICIENCY.column(),
            "#" + Measure.SPEEDUP.column(),
            "#" + Measure.TRUE_SPEEDUP.column(),
            "#" + Measure.TRUE_SPEEDUP_LEVELLED.column(),
            "#" + Measure.WALL.column(),
            "#" + Measure.FAIRNESS.column());
    for (var cell : cells) {
      table.row(
          Cell.of(cell.name()),
          Cell.of(
              cell.metrics().measured().size() + " of " + cell.stored().verdict().plannedRuns()),
          cell.figure(Measure.EFFICIENCY).cell(),
          cell.figure(Measure.TRUE_EFFICIENCY).cell(),
          cell.figure(Measure.SPEEDUP).cell(),
          cell.figure(Measure.TRUE_SPEEDUP).cell(),
          cell.figure(Measure.TRUE_SPEEDUP_LEVELLED).cell(),
          cell.figure(Measure.WALL).cell(),
          cell.figure(Measure.FAIRNESS).cell());
    }
    return table;
  }
}
