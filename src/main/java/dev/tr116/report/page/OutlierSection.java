package dev.tr116.report.page;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Rerun;
import dev.tr116.metrics.RunOutliers;
import dev.tr116.report.page.Table.Cell;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs far from the median of their cell, and what measuring them again gave. */
final class OutlierSection {
  private static final int MOST_SHOWN = 100;

  private OutlierSection() {}

  static Optional<Section> of(PageData data) {
    if (data.cells().isEmpty()) {
      return Optional.empty();
    }
    var html = new Html();
    html.p(
        "A run is an outlier where an agent's throughput or TTFT lies more than two median absolute"
            + " deviations and more than 2 % from the median of its cell. It stays in every figure;"
            + " where it was measured again, both times stand here.");
    var table =
        Table.of(
            "Outliers", "cell", "run", "agent and figure", "#median", "#value", "#again", "again");
    var all = 0;
    for (var cell : data.cells()) {
      for (var outliers : RunOutliers.of(cell.metrics())) {
        for (var number : outliers.flagged()) {
          if (all++ < MOST_SHOWN) {
            row(table, cell, outliers, number);
          }
        }
      }
    }
    if (all == 0) {
      html.p("No outlier.");
    } else {
      table.write(html);
    }
    if (all > MOST_SHOWN) {
      html.note((all - MOST_SHOWN) + " more; summary.md names the runs of each cell.");
    }
    return Section.of("outliers", "Outliers", html);
  }

  private static void row(Table table, CellView cell, RunOutliers outliers, int number) {
    var first =
        cell.metrics().runs().stream().filter(run -> run.id().number() == number).findFirst();
    var again =
        cell.metrics().reruns().stream()
            .map(Rerun::again)
            .filter(run -> run.id().number() == number)
            .findFirst();
    var unit = outliers.figure().equals("ttft") ? Unit.MILLIS : Unit.RATE;
    var second = figure(again, outliers);
    table.row(
        Cell.of(cell.name()),
        Cell.of(String.valueOf(number)),
        Cell.of(outliers.role() + " " + unit.column(outliers.figure())),
        Cell.of(unit.number(outliers.median())),
        Cell.of(unit.number(figure(first, outliers))),
        second.isPresent()
            ? Cell.of(unit.number(second))
            : Cell.absent(Optional.of("not measured again")),
        Cell.of(
            second.isEmpty()
                ? Cell.ABSENT
                : outliers.isFar(second.getAsDouble()) ? "far off again" : "near the median"));
  }

  private static OptionalDouble figure(Optional<DualRunMetrics> run, RunOutliers outliers) {
    return run.flatMap(each -> each.agent(outliers.role()))
        .map(agent -> figure(agent, outliers.figure()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble figure(AgentMetrics agent, String name) {
    return name.equals("ttft") ? agent.ttft() : agent.throughput();
  }
}
