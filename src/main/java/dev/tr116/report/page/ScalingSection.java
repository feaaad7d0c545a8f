package dev.tr116.report.page;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Scaling;
import dev.tr116.report.chart.ScalingChart;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.results.ScalingWords;
import dev.tr116.statistics.ScalabilityFit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** How the speed goes with the number of agents. */
final class ScalingSection {
  private ScalingSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    for (var scaling : Scaling.of(data.cells().stream().map(CellView::metrics).toList())) {
      write(html, data, scaling);
    }
    return Section.of("scaling", "Scaling with the number of agents", html);
  }

  /** What is scaled, e.g. {@code gemma3 (gpu80_ctx512_temp10)}. */
  static String title(Scaling scaling) {
    return scaling.model().displayName()
        + (scaling.runtime().equals("structured") ? "" : " · " + scaling.runtime())
        + " ("
        + scaling.options()
        + ")";
  }

  private static void write(Html html, PageData data, Scaling scaling) {
    html.element("h3", title(scaling));
    html.p(Words.sentence(ScalingWords.best(scaling)) + ".");
    html.chart(chart(data, scaling));
    table(scaling).write(html);
    html.p(
        "Universal Scalability Law, N / (1 + sigma (N - 1) + kappa N (N - 1)): sigma is the share of"
            + " the work that waits for others, kappa what each pair of agents costs, N* where the"
            + " speedup is largest.");
    if (scaling.fitMissing().isPresent()) {
      html.note("No fit: " + scaling.fitMissing().get() + ".");
      return;
    }
    var fits = Table.of("Fit of the law", "fitted to", "#sigma", "#kappa", "#N*", "#R²");
    fit(fits, "true speedup", scaling.fit());
    fit(fits, "true speedup, levelled", scaling.fitLevelled());
    fits.write(html);
  }

  private static ScalingChart chart(PageData data, Scaling scaling) {
    var points = new ArrayList<ScalingChart.Point>();
    scaling
        .cells()
        .forEach(
            (agents, cell) ->
                points.add(
                    new ScalingChart.Point(
                        agents, Measured.of(cell, Measure.TRUE_SPEEDUP).estimate())));
    return new ScalingChart(
        "True speedup by the number of agents, " + title(scaling),
        "Measured on " + data.backend().phrase() + ".",
        "true speedup, x",
        points,
        scaling.fit().map(fit -> new ScalingChart.Fit(ScalingWords.law(fit), fit.law()::at)),
        scaling
            .best()
            .filter(best -> best.alike().size() == 1 && best.smallest().isPresent())
            .map(best -> OptionalInt.of(best.at()))
            .orElseGet(OptionalInt::empty));
  }

  private static Table table(Scaling scaling) {
    var table =
        Table.of(
            "By the number of agents, mean with 95 % interval",
            "agents",
            "#runs",
            "#" + Measure.WALL.column(),
            "#" + Measure.SPEEDUP.column(),
            "#" + Measure.TRUE_SPEEDUP.column(),
            "#" + Measure.TRUE_SPEEDUP_LEVELLED.column(),
            "#" + Measure.SLOWDOWN.column(),
            "#" + Measure.FAIRNESS.column());
    scaling.cells().forEach((agents, cell) -> row(table, agents, cell));
    return table;
  }

  private static void row(Table table, int agents, CellMetrics cell) {
    table.row(
        Cell.of(String.valueOf(agents)),
        Cell.of(String.valueOf(cell.measured().size())),
        Measured.of(cell, Measure.WALL).cell(),
        Measured.of(cell, Measure.SPEEDUP).cell(),
        Measured.of(cell, Measure.TRUE_SPEEDUP).cell(),
        Measured.of(cell, Measure.TRUE_SPEEDUP_LEVELLED).cell(),
        Measured.of(cell, Measure.SLOWDOWN).cell(),
        Measured.of(cell, Measure.FAIRNESS).cell());
  }

  private static void fit(Table table, String to, Optional<ScalabilityFit> fit) {
    fit.ifPresent(
        found ->
            table.row(
                Cell.of(to),
                Cell.of(
                    number("%.3f", found.law().sigma()),
                    found
                        .sigma()
                        .map(
                            i ->
                                "["
                                    + number("%.3f", i.low())
                                    + ", "
                                    + number("%.3f", i.high())
                                    + "]")
                        .orElse("no interval")),
                Cell.of(
                    number("%.4f", found.law().kappa()),
                    found
                        .kappa()
                        .map(
                            i ->
                                "["
                                    + number("%.4f", i.low())
                                    + ", "
                                    + number("%.4f", i.high())
                                    + "]")
                        .orElse("no interval")),
                Cell.of(ScalingWords.peak(found)),
                Cell.of(
                    found.rSquared().isPresent()
                        ? number("%.3f", found.rSquared().getAsDouble())
                        : Cell.ABSENT)));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
