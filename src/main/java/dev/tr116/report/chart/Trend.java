package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure of every run in the order of time, in which a drift shows.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param axis what is shown, with its unit
 * @param order what the runs are counted by, e.g. {@code runs in the order measured}
 * @param series at most eight
 * @param limits values to compare with
 */
public record Trend(
    String title, String note, String axis, String order, List<Line> series, List<Limit> limits)
    implements Chart {
  private static final int MOST_JOINED = 100;
  private static final int MOST_DOTS = 1_000;

  /**
   * The runs of one series.
   *
   * @param name of the series
   * @param overall the figure of all of them
   * @param runs in the order of time; empty where a run has no figure
   */
  public record Line(String name, Estimate overall, List<OptionalDouble> runs) {
    public Line {
      runs = List.copyOf(runs);
    }

    private long absent() {
      return runs.stream().filter(OptionalDouble::isEmpty).count();
    }

    private String words() {
      return name
          + ": "
          + overall.words(Figures.FOUR_EACH, "")
          + (absent() == 0 ? "" : ", " + absent() + " without a figure");
    }
  }

  public Trend {
    series = List.copyOf(series);
    limits = List.copyOf(limits);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    canvas.legend(keys());
    var values = values();
    if (values.length == 0) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    var most = series.stream().mapToInt(line -> line.runs().size()).max().orElseThrow();
    var all =
        DoubleStream.concat(DoubleStream.of(values), limits.stream().mapToDouble(Limit::value));
    var plot = Plot.below(canvas, Plot.Axis.whole(most), Plot.Axis.linear(all.toArray()));
    plot.drawAxes(order, axis);
    plot.limits(limits);
    for (var i = 0; i < series.size(); i++) {
      draw(plot, series.get(i), Style.of(i));
    }
    return canvas.document(
        series.stream()
            .map(line -> line.words() + ".")
            .collect(Collectors.joining(" ", axis + ", " + order + ". ", "")));
  }

  private double[] values() {
    return series.stream()
        .flatMap(line -> line.runs().stream())
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private List<Key> keys() {
    var keys = new ArrayList<Key>();
    for (var i = 0; i < series.size(); i++) {
      keys.add(Key.mark(series.get(i).words(), Style.of(i)));
    }
    for (var i = 0; i < limits.size(); i++) {
      keys.add(limits.get(i).key(i));
    }
    if (series.stream().anyMatch(line -> line.runs().size() > MOST_DOTS)) {
      keys.add(
          new Key(
              "strokes: least to most of runs side by side",
              (svg, x, y) ->
                  svg.strokes(
                      String.format(Locale.ROOT, "M%.1f %.1fv12", x + 10, y - 6),
                      Ink.TEXT,
                      2,
                      "",
                      0.6)));
    }
    return keys;
  }

  /** Marks joined by a line; many runs are dots alone, very many a band. */
  private static void draw(Plot plot, Line line, Style style) {
    var runs = line.runs();
    if (runs.size() > MOST_DOTS) {
      plot.bands(places(runs), style.ink());
      return;
    }
    if (runs.size() > MOST_JOINED) {
      plot.dots(places(runs), style.ink());
      return;
    }
    var path = new StringBuilder();
    for (var i = 0; i < runs.size(); i++) {
      if (runs.get(i).isPresent()) {
        var joined = i > 0 && runs.get(i - 1).isPresent();
        path.append(plot.point(joined ? 'L' : 'M', i + 1, runs.get(i).getAsDouble()));
      }
    }
    plot.strokes(path.toString(), style.ink(), 1.2, style.dashes());
    places(runs).forEach(place -> plot.mark(style, place[0], place[1]));
  }

  private static Stream<double[]> places(List<OptionalDouble> runs) {
    return IntStream.range(0, runs.size())
        .filter(i -> runs.get(i).isPresent())
        .mapToObj(i -> new double[] {i + 1, runs.get(i).getAsDouble()});
  }
}
