package dev.tr116.report.allure;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.Model;
import dev.tr116.report.allure.Html.Cell;
import dev.tr116.slo.RuntimeComparison;
import dev.tr116.statistics.TwoSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Models and runtimes beside each other, on the summary's page. */
final class Comparisons {
  private Comparisons() {}

  /** A column for each model; nothing where there is one. */
  static void ofModels(Html html, List<CellMetrics> cells) {
    var sideBySide = cells.stream().filter(cell -> cell.id().isSideBySide()).toList();
    var models = sideBySide.stream().map(cell -> cell.id().model()).distinct().toList();
    if (models.size() < 2) {
      return;
    }
    html.heading("Between models: mean true efficiency, %, and below it TR116's");
    var head = new ArrayList<>(List.of("scenario", "figure"));
    models.forEach(model -> head.add(model.displayName()));
    var rows = new ArrayList<List<Cell>>();
    byScenario(sideBySide)
        .forEach(
            (scenario, ofModel) -> {
              rows.add(
                  row(scenario, "true", models, ofModel, DualRunMetrics::trueEfficiencyPercent));
              rows.add(row("", "TR116", models, ofModel, DualRunMetrics::efficiencyPercent));
            });
    html.table(head, rows);
  }

  /** Each runtime's ratio to the first; nothing where there is one runtime. */
  static void ofRuntimes(Html html, List<CellMetrics> cells) {
    var comparisons = RuntimeComparison.of(cells);
    if (comparisons.isEmpty()) {
      return;
    }
    html.heading("Between runtimes: ratios of the means with 95 % intervals");
    html.table(
        List.of("model and scenario", "figure", "runtime", "mean", "reference", "ratio", "p"),
        comparisons.stream().map(Comparisons::row).toList());
    html.paragraph(
        "Each runtime ran the same blocks in turn. p is that of the Mann-Whitney test, corrected by"
            + " Holm's method over all comparisons of a figure.");
  }

  private static Map<String, Map<Model, CellMetrics>> byScenario(List<CellMetrics> cells) {
    var scenarios = new LinkedHashMap<String, Map<Model, CellMetrics>>();
    for (var cell : cells) {
      var id = cell.id();
      scenarios
          .computeIfAbsent(
              id.shortName() + " · " + id.options() + " · " + id.runtime(),
              none -> new LinkedHashMap<>())
          .put(id.model(), cell);
    }
    return scenarios;
  }

  private static List<Cell> row(
      String scenario,
      String figure,
      List<Model> models,
      Map<Model, CellMetrics> cells,
      Function<DualRunMetrics, OptionalDouble> ofRun) {
    var row = new ArrayList<>(List.of(Cell.text(scenario), Cell.text(figure)));
    for (var model : models) {
      row.add(
          Cell.number(
              Optional.ofNullable(cells.get(model))
                  .map(cell -> Numbers.mean(cell, ofRun, 1))
                  .orElse("-")));
    }
    return row;
  }

  private static List<Cell> row(RuntimeComparison each) {
    var id = each.cell().id();
    var reference = each.reference();
    var ofRun = each.figure().ofRun();
    return List.of(
        Cell.text(id.model().displayName() + " · " + id.shortName()),
        Cell.text(each.figure().title()),
        Cell.text(id.runtime()),
        Cell.number(Numbers.mean(each.cell(), ofRun, 2)),
        Cell.number(reference.id().runtime() + " " + Numbers.mean(reference, ofRun, 2)),
        Cell.number(each.compared().map(Comparisons::ratio).orElse("-")),
        Cell.number(Numbers.number(each.adjustedP(), 3)));
  }

  private static String ratio(TwoSamples samples) {
    return Numbers.number(samples.ratio(), 3)
        + Numbers.interval(Optional.of(samples.interval()), 3);
  }
}
