package dev.tr116.report.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Costs over sizes, both on logarithmic axes, where a power of the size is a straight line.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param x what the sizes are, with their unit
 * @param y what the costs are, with their unit
 * @param series each with a label, drawn in this order
 */
public record GrowthChart(String title, String note, String x, String y, List<Series> series)
    implements Chart {

  /**
   * One cost over the sizes.
   *
   * @param label its name
   * @param sizes from left to right, above 0
   * @param costs at those sizes, above 0
   */
  public record Series(String label, List<Double> sizes, List<Double> costs) {
    public Series {
      sizes = List.copyOf(sizes);
      costs = List.copyOf(costs);
      if (sizes.size() != costs.size()) {
        throw new IllegalArgumentException(
            label + " has " + sizes.size() + " sizes and " + costs.size() + " costs");
      }
      if (DoubleStream.concat(values(sizes), values(costs))
          .anyMatch(value -> !(value > 0) || Double.isInfinite(value))) {
        throw new IllegalArgumentException(
            label + " has values that are not above 0: leave out what was not measured");
      }
    }

    private String words() {
      return IntStream.range(0, sizes.size())
          .mapToObj(
              i -> Figures.FOUR_EACH.of(sizes.get(i)) + ": " + Figures.FOUR_EACH.of(costs.get(i)))
          .collect(Collectors.joining(", ", label + ": ", ""));
    }
  }

  public GrowthChart {
    series = List.copyOf(series);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    canvas.legend(
        IntStream.range(0, series.size())
            .mapToObj(i -> Key.mark(series.get(i).label(), Style.of(i)))
            .toList());
    var sizes = series.stream().flatMapToDouble(each -> values(each.sizes())).toArray();
    var costs = series.stream().flatMapToDouble(each -> values(each.costs())).toArray();
    if (sizes.length == 0) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    var plot = Plot.below(canvas, Plot.Axis.logarithmic(sizes), Plot.Axis.logarithmic(costs));
    plot.drawAxes(x, y);
    for (var i = 0; i < series.size(); i++) {
      draw(plot, series.get(i), Style.of(i));
    }
    return canvas.document(
        series.stream()
            .map(Series::words)
            .collect(Collectors.joining(". ", y + " over " + x + ". ", ".")));
  }

  private static void draw(Plot plot, Series series, Style style) {
    var path = new StringBuilder();
    for (var i = 0; i < series.sizes().size(); i++) {
      path.append(plot.point(i == 0 ? 'M' : 'L', series.sizes().get(i), series.costs().get(i)));
    }
    plot.strokes(path.toString(), style.ink(), 2, style.dashes());
    for (var i = 0; i < series.sizes().size(); i++) {
      plot.mark(style, series.sizes().get(i), series.costs().get(i));
    }
  }

  private static DoubleStream values(List<Double> numbers) {
    return numbers.stream().mapToDouble(number -> number);
  }
}
