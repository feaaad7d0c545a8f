package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What more agents side by side bring: measured speedups, the ideal, and a law fitted to them.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param axis what was measured, e.g. {@code true speedup}
 * @param points in the order of N
 * @param fit the law; empty where there is none
 * @param best the N with the highest speedup; empty where that cannot be told
 */
public record ScalingChart(
    String title, String note, String axis, List<Point> points, Optional<Fit> fit, OptionalInt best)
    implements Chart {

  /**
   * What was measured with one number of agents.
   *
   * @param agents N
   * @param speedup its mean
   */
  public record Point(int agents, Estimate speedup) {}

  /**
   * A fitted law.
   *
   * @param label its parameters in a few words
   * @param law from N to the speedup
   */
  public record Fit(String label, DoubleUnaryOperator law) {}

  public ScalingChart {
    points = List.copyOf(points);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    canvas.legend(keys());
    if (points.isEmpty()) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    var plot = plot(canvas);
    plot.drawAxes("agents side by side, N", axis);
    plot.curve(agents -> agents, Ink.FAINT, 1.5, "2 3");
    fit.ifPresent(law -> plot.curve(law.law(), Ink.VERMILLION, 2, "8 3"));
    best.ifPresent(agents -> drawBest(plot, agents));
    for (var point : points) {
      draw(plot, point);
    }
    points.stream()
        .filter(point -> point.speedup().value().isEmpty())
        .forEach(point -> canvas.paragraph(words(point)));
    return canvas.document(description());
  }

  private Plot plot(Canvas canvas) {
    var agents = points.stream().mapToDouble(Point::agents).toArray();
    var most = DoubleStream.of(agents).max().orElseThrow();
    var sizes = DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(agents)).toArray();
    var speedups =
        points.stream().flatMap(point -> point.speedup().extent()).mapToDouble(v -> v).toArray();
    return Plot.below(
        canvas,
        most > 32 ? Plot.Axis.logarithmic(sizes) : Plot.Axis.whole(most),
        Plot.Axis.linear(
            DoubleStream.concat(DoubleStream.of(0, Math.min(2, most)), DoubleStream.of(speedups))
                .toArray()));
  }

  private List<Key> keys() {
    var keys = new ArrayList<Key>();
    keys.add(Key.mark("mean", Style.CIRCLE));
    points.stream()
        .flatMap(point -> point.speedup().interval().stream())
        .map(Figures::level)
        .distinct()
        .forEach(level -> keys.add(Key.interval(level)));
    keys.add(Key.line("ideal: N", Ink.FAINT, 1.5, "2 3"));
    fit.ifPresent(law -> keys.add(Key.line(law.label(), Ink.VERMILLION, 2, "8 3")));
    best.ifPresent(agents -> keys.add(Key.line("best N " + agents, Ink.TEXT, 1.5, "6 4")));
    return keys;
  }

  private static void drawBest(Plot plot, int agents) {
    var x = plot.x().at(agents);
    plot.strokes(
        String.format(Locale.ROOT, "M%.1f %.1fV%.1f", x, plot.y().from(), plot.y().to()),
        Ink.TEXT,
        1.5,
        "6 4");
  }

  private static void draw(Plot plot, Point point) {
    var speedup = point.speedup();
    plot.dots(
        speedup.runs().stream().map(run -> new double[] {point.agents(), run}), Style.CIRCLE.ink());
    speedup
        .interval()
        .ifPresent(interval -> plot.standing(point.agents(), interval, Style.CIRCLE.ink()));
    speedup.value().ifPresent(value -> plot.mark(Style.CIRCLE, point.agents(), value));
  }

  private static String words(Point point) {
    return "N " + point.agents() + ": " + point.speedup().words(new Figures(2), "");
  }

  private String description() {
    return points.stream()
            .map(ScalingChart::words)
            .collect(Collectors.joining(". ", axis + ". ", "."))
        + fit.map(law -> " " + law.label() + ".").orElse("")
        + (best.isPresent() ? " Best N " + best.getAsInt() + "." : "");
  }
}
