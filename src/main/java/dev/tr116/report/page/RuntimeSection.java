package dev.tr116.report.page;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.report.chart.Estimate;
import dev.tr116.report.chart.ForestPlot;
import dev.tr116.report.chart.RatioPlot;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.slo.RuntimeComparison;
import dev.tr116.slo.RuntimeFigure;
import dev.tr116.statistics.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How runtimes compare; nothing where there was one. */
final class RuntimeSection {
  private RuntimeSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    if (data.runtimes().isEmpty()) {
      return Optional.empty();
    }
    html.p(
        "Each runtime ran the same blocks in turn. Ratios are those of the means with bootstrap"
            + " intervals; p is that of the Mann-Whitney test after Holm's correction over all"
            + " comparisons of a figure. A difference is shown where p is below 0.05 and the"
            + " interval lies on one side of 1.");
    html.chart(walls(data));
    table(data).write(html);
    return Section.of("runtimes", "Between runtimes", html);
  }

  private static RatioPlot walls(PageData data) {
    return new RatioPlot(
        "Wall time under each runtime over that under the first",
        "Ratio of the means with its interval; measured on " + data.backend().phrase() + ".",
        "wall time / wall time under the first runtime",
        "faster",
        "slower",
        data.runtimes().stream()
            .filter(each -> each.figure() == RuntimeFigure.WALL)
            .map(RuntimeSection::row)
            .toList());
  }

  private static ForestPlot.Row row(RuntimeComparison each) {
    var label = each.cell().id().displayName() + " against " + each.reference().id().runtime();
    return new ForestPlot.Row(
        label,
        List.of(
            each.compared()
                .map(
                    two ->
                        Estimate.of(
                            two.ratio(),
                            Optional.of(two.interval()),
                            each.cell().measured().size(),
                            List.of()))
                .orElseGet(() -> Estimate.missing("fewer than 3 runs"))));
  }

  private static Table table(PageData data) {
    var table =
        Table.of(
            "Each runtime against the first, figure by figure",
            "cell",
            "figure",
            "#mean",
            "#mean of the first",
            "#ratio",
            "#p (Holm)",
            "shown");
    for (var each : data.runtimes()) {
      table.row(
          Cell.of(each.cell().id().displayName(), "against " + each.reference().id().runtime()),
          Cell.of(each.figure().title()),
          mean(each.figure(), each.cell()),
          mean(each.figure(), each.reference()),
          ratio(each),
          Cell.of(p(each.adjustedP())),
          RuntimeAnswer.isShown(each)
              ? Cell.marked("differs", "warn")
              : Cell.of("no difference shown"));
    }
    return table;
  }

  private static Cell mean(RuntimeFigure figure, CellMetrics cell) {
    return cell.over(figure.ofRun())
        .map(values -> Cell.of(number(values), "n " + values.n()))
        .orElseGet(() -> Cell.absent(Optional.empty()));
  }

  private static String number(Distribution values) {
    return Unit.MILLIS.number(values.mean());
  }

  private static Cell ratio(RuntimeComparison each) {
    return each.compared()
        .map(two -> Cell.of(Unit.FACTOR.number(two.ratio()), Unit.FACTOR.of(two.interval())))
        .orElseGet(
            () -> Cell.absent(Optional.of("fewer than 3 runs, or a value that is not above 0")));
  }

  /** E.g. {@code 0.016}, {@code below 0.001}. */
  static String p(OptionalDouble p) {
    return p.isEmpty()
        ? Cell.ABSENT
        : p.getAsDouble() < 0.0005
            ? "below 0.001"
            : String.format(Locale.ROOT, "%.3f", p.getAsDouble());
  }
}
