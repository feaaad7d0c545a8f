package dev.tr116.report.allure;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloMetric;
import dev.tr116.report.chart.Estimate;
import dev.tr116.report.chart.ForestPlot;
import dev.tr116.report.chart.Limit;
import dev.tr116.slo.CellVerdict;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A cell's two efficiencies: each run, the mean with its interval, and the limits in force. */
final class VerdictForest {
  private static final String NO_SOLO = "agents were not measured alone";

  private VerdictForest() {}

  /** The picture as a self-contained SVG document. */
  static String svg(CellVerdict verdict) {
    var cell = verdict.cell();
    return ForestPlot.of(
            cell.id().displayName() + ": efficiency",
            verdict.backend().phrase(),
            "efficiency",
            "%",
            List.of(
                row(cell, "TR116", DualRunMetrics::efficiencyPercent, "no run was measured whole"),
                row(cell, "true", DualRunMetrics::trueEfficiencyPercent, NO_SOLO)),
            limits(verdict))
        .svg();
  }

  /** They are TR116's efficiency's; nobody sets limits on the true one in percent. */
  private static List<Limit> limits(CellVerdict verdict) {
    return verdict.verdicts().stream()
        .filter(each -> each.metric() == SloMetric.EFFICIENCY)
        .flatMap(
            each ->
                List.of(
                    new Limit("target for TR116", each.limit().target()),
                    new Limit("alert for TR116", each.limit().alert()))
                    .stream())
        .toList();
  }

  private static ForestPlot.Row row(
      CellMetrics cell,
      String label,
      Function<DualRunMetrics, OptionalDouble> figure,
      String missing) {
    var runs =
        cell.measured().stream()
            .map(figure)
            .flatMap(value -> value.stream().boxed())
            .filter(Double::isFinite)
            .toList();
    return new ForestPlot.Row(
        label,
        List.of(
            cell.over(figure)
                .map(all -> Estimate.of(all.mean(), cell.interval(figure), runs))
                .orElseGet(() -> Estimate.missing(missing))));
  }
}
