package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two figures of each thing against each other, with the frontier of those that no other one beats;
 * more is better in both directions.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param x what is shown from left to right, with its unit, e.g. {@code decode rate, tok/s}
 * @param y what is shown from bottom to top, with its unit
 * @param points numbered in this order
 */
public record Scatter(String title, String note, String x, String y, List<Point> points)
    implements Chart {

  /**
   * One thing.
   *
   * @param label its name
   * @param x its figure from left to right
   * @param y its figure from bottom to top
   */
  public record Point(String label, Estimate x, Estimate y) {
    private boolean isMeasured() {
      return x.value().isPresent() && y.value().isPresent();
    }

    private double atX() {
      return x.value().orElseThrow();
    }

    private double atY() {
      return y.value().orElseThrow();
    }

    private boolean isBeatenBy(Point other) {
      return other.atX() >= atX()
          && other.atY() >= atY()
          && (other.atX() > atX() || other.atY() > atY());
    }
  }

  public Scatter {
    points = List.copyOf(points);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    canvas.legend(keys());
    if (measured().findAny().isEmpty()) {
      canvas.paragraph("no data");
      lines().forEach(canvas::paragraph);
      return canvas.document("No data.");
    }
    var plot =
        Plot.below(canvas, Plot.Axis.linear(extent(Point::x)), Plot.Axis.linear(extent(Point::y)));
    plot.drawAxes(x, y);
    var frontier = frontier();
    plot.strokes(path(plot, frontier), Ink.FAINT, 1.5, "6 4");
    measured().forEach(point -> draw(plot, point, frontier.contains(point)));
    new Labels(plot).draw(numbered());
    canvas.skip(4);
    lines().forEach(canvas::paragraph);
    return canvas.document(x + "; " + y + ". " + String.join(". ", lines()) + ".");
  }

  private Stream<Point> measured() {
    return points.stream().filter(Point::isMeasured);
  }

  /** The points that no other one beats, from left to right. */
  List<Point> frontier() {
    return measured()
        .filter(point -> measured().noneMatch(point::isBeatenBy))
        .sorted(Comparator.comparingDouble(Point::atX))
        .toList();
  }

  private double[] extent(Function<Point, Estimate> figure) {
    return Stream.concat(Stream.of(0.0), measured().flatMap(point -> figure.apply(point).extent()))
        .mapToDouble(value -> value)
        .toArray();
  }

  private List<Key> keys() {
    var keys = new ArrayList<Key>();
    keys.add(Key.mark("on the frontier", Style.DIAMOND));
    keys.add(Key.mark("another one is better", Style.CIRCLE));
    measured()
        .flatMap(point -> Stream.of(point.x(), point.y()))
        .flatMap(estimate -> estimate.interval().stream())
        .map(Figures::level)
        .distinct()
        .forEach(level -> keys.add(Key.interval(level)));
    return keys;
  }

  private static String path(Plot plot, List<Point> frontier) {
    var path = new StringBuilder();
    for (var point : frontier) {
      path.append(plot.point(path.isEmpty() ? 'M' : 'L', point.atX(), point.atY()));
    }
    return frontier.size() < 2 ? "" : path.toString();
  }

  private static void draw(Plot plot, Point point, boolean best) {
    var style = best ? Style.DIAMOND : Style.CIRCLE;
    point.x().interval().ifPresent(interval -> plot.lying(interval, point.atY(), style.ink()));
    point.y().interval().ifPresent(interval -> plot.standing(point.atX(), interval, style.ink()));
    plot.mark(style, point.atX(), point.atY());
  }

  private List<Labels.Label> numbered() {
    return IntStream.range(0, points.size())
        .filter(i -> points.get(i).isMeasured())
        .mapToObj(
            i -> new Labels.Label(String.valueOf(i + 1), points.get(i).atX(), points.get(i).atY()))
        .toList();
  }

  private List<String> lines() {
    return IntStream.range(0, points.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%d %s: %s; %s",
                    i + 1,
                    points.get(i).label(),
                    words(x, points.get(i).x()),
                    words(y, points.get(i).y())))
        .toList();
  }

  private static String words(String axis, Estimate estimate) {
    return axis + " " + estimate.words(Figures.FOUR_EACH, "");
  }
}
