package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whole distributions: which share of the values is not above a value.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param axis what was measured, e.g. {@code time to first token}
 * @param unit e.g. {@code ms}
 * @param logarithmic whether equal ratios have equal lengths
 * @param series the first eight with values are drawn
 */
public record Ecdf(
    String title, String note, String axis, String unit, boolean logarithmic, List<Steps> series)
    implements Chart {
  private static final int MOST_SERIES = 8;

  public Ecdf {
    series = List.copyOf(series);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    var drawn = series.stream().filter(each -> each.n() > 0).limit(MOST_SERIES).toList();
    if (drawn.isEmpty()) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    var plot = plot(canvas, drawn);
    canvas.skip(4);
    canvas.legend(keys(drawn));
    canvas.paragraph("Marks stand at the medians.");
    remarks(plot).forEach(canvas::paragraph);
    return canvas.document(
        drawn.stream()
            .map(each -> each.words(unit) + ".")
            .collect(Collectors.joining(" ", axis + ". ", "")));
  }

  private Plot plot(Canvas canvas, List<Steps> drawn) {
    var values = drawn.stream().flatMapToDouble(Steps::extent).toArray();
    var plot =
        Plot.below(
            canvas,
            logarithmic ? Plot.Axis.logarithmic(values) : Plot.Axis.linear(values),
            Plot.Axis.linear(new double[] {0, 100}));
    plot.drawAxes(axis + ", " + unit + (logarithmic ? " (log)" : ""), "% of values not above");
    var half = plot.y().at(50);
    canvas.svg().line(plot.x().from(), half, plot.x().to(), half, Ink.FAINT, 1);
    for (var i = 0; i < drawn.size(); i++) {
      plot.strokes(path(plot, drawn.get(i)), Style.of(i).ink(), 2, Style.of(i).dashes());
    }
    for (var i = 0; i < drawn.size(); i++) {
      plot.mark(Style.of(i), drawn.get(i).median().orElseThrow(), 50);
    }
    return plot;
  }

  private static String path(Plot plot, Steps series) {
    var path = new StringBuilder(plot.point('M', series.steps().getFirst().value(), 0));
    for (var step : series.steps()) {
      path.append(
          String.format(
              Locale.ROOT,
              "H%.1fV%.1f",
              plot.x().at(step.value()),
              plot.y().at(100 * step.share())));
    }
    return path.toString();
  }

  private List<Key> keys(List<Steps> drawn) {
    var keys = new ArrayList<Key>();
    for (var i = 0; i < drawn.size(); i++) {
      var style = Style.of(i);
      keys.add(
          new Key(
              drawn.get(i).words(unit),
              (svg, x, y) -> {
                Key.line("", style.ink(), 2, style.dashes()).sample().draw(svg, x, y);
                svg.shape(style.mark(x + 11, y), style.ink(), Ink.PAPER);
              }));
    }
    return keys;
  }

  private List<String> remarks(Plot plot) {
    var remarks = new ArrayList<String>();
    for (var each : series) {
      if (each.n() == 0) {
        remarks.add(each.words(unit));
      } else if (plot.x().logarithmic() && each.steps().getFirst().value() <= 0) {
        remarks.add(each.name() + ": values of 0 and below stand at the left edge");
      }
    }
    var measured = series.stream().filter(each -> each.n() > 0).count();
    if (measured > MOST_SERIES) {
      remarks.add((measured - MOST_SERIES) + " more series are not drawn");
    }
    return remarks;
  }
}
