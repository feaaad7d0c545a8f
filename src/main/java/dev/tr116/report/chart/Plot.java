package dev.tr116.report.chart;

import static java.util.stream.Collectors.joining;

import dev.tr116.report.Ink;
import dev.tr116.statistics.Interval;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * Two axes and the room between them.
 *
 * @param canvas what is drawn on
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 */
record Plot(Canvas canvas, Scale x, Scale y) {
  private static final int MOST_TICKS = 10;
  private static final int TICK_HEIGHT = 42;
  private static final int CURVE_POINTS = 120;

  /** Makes an axis from its start to its end with at most so many labels. */
  @FunctionalInterface
  interface Axis {
    Scale between(double from, double to, int mostTicks);

    /** Linear, with room for these values. */
    static Axis linear(double[] values) {
      return (from, to, most) -> Scale.linear(values, from, to, most);
    }

    /** Of whole numbers from 1 on. */
    static Axis whole(double largest) {
      return (from, to, most) -> Scale.whole((int) Math.max(2, Math.ceil(largest)), from, to, most);
    }

    /** Logarithmic, with room for those of these values that are above 0. */
    static Axis logarithmic(double[] values) {
      return (from, to, most) -> Scale.logarithmic(values, from, to, most);
    }
  }

  /** Below what is drawn on the canvas so far, which moves down by the height of the plot. */
  static Plot below(Canvas canvas, Axis x, Axis y) {
    var height = canvas.layout().choose(280, 230);
    var top = canvas.y() + 30;
    var up = y.between(top + height, top, height / TICK_HEIGHT);
    var labels =
        up.ticks().stream().mapToDouble(t -> Words.width(up.label(t), Canvas.LETTERS)).max();
    var left = canvas.margin() + labels.orElse(0) + 8;
    var right = canvas.right() - 14;
    var along = Scale.fitting(most -> x.between(left, right, most), MOST_TICKS);
    canvas.skip(30.0 + height);
    return new Plot(canvas, along, up);
  }

  /** Draws the grid and both axes with their titles. */
  void drawAxes(String xTitle, String yTitle) {
    var svg = canvas.svg();
    svg.text(
        canvas.margin(),
        y.to() - 12,
        Canvas.LETTERS,
        "start",
        Ink.FAINT,
        Words.cut(yTitle, Canvas.LETTERS, canvas.right() - canvas.margin()));
    for (var tick : y.ticks()) {
      svg.line(x.from(), y.at(tick), x.to(), y.at(tick), Ink.GRID, 1);
      svg.text(x.from() - 6, y.at(tick) + 4, Canvas.LETTERS, "end", Ink.TEXT, y.label(tick));
    }
    for (var tick : x.ticks()) {
      svg.line(x.at(tick), y.to(), x.at(tick), y.from() + 4, Ink.GRID, 1);
      canvas.centred(x.at(tick), y.from() + 17, Canvas.LETTERS, Ink.TEXT, x.label(tick));
    }
    svg.line(x.from(), y.from(), x.to(), y.from(), Ink.TEXT, 1);
    svg.line(x.from(), y.from(), x.from(), y.to(), Ink.TEXT, 1);
    canvas.skip(18);
    for (var line : Words.wrapped(xTitle, Canvas.LETTERS, canvas.right() - canvas.margin(), 3)) {
      canvas.skip(15);
      canvas.centred((x.from() + x.to()) / 2, canvas.y(), Canvas.LETTERS, Ink.FAINT, line);
    }
  }

  /** Draws a function as far as it stays between the axes. */
  void curve(DoubleUnaryOperator function, Ink ink, double width, String dashes) {
    var path = new StringBuilder();
    var drawing = false;
    for (var i = 0; i <= CURVE_POINTS; i++) {
      var at = x.least() + (x.most() - x.least()) * i / CURVE_POINTS;
      var value = function.applyAsDouble(at);
      var inside = y.contains(value);
      if (inside) {
        path.append(point(drawing ? 'L' : 'M', at, value));
      }
      drawing = inside;
    }
    strokes(path.toString(), ink, width, dashes);
  }

  /** Draws lines, if there are any. */
  void strokes(String path, Ink ink, double width, String dashes) {
    if (!path.isEmpty()) {
      canvas.svg().strokes(path, ink, width, dashes, 1);
    }
  }

  /** Draws the mark of a series at a place. */
  void mark(Style style, double atX, double atY) {
    canvas.svg().shape(style.mark(x.at(atX), y.at(atY)), style.ink(), Ink.PAPER);
  }

  /** Draws an interval from bottom to top, cut off at the edges. */
  void standing(double atX, Interval interval, Ink ink) {
    strokes(Bars.standing(x.at(atX), y.at(interval.low()), y.at(interval.high())), ink, 2, "");
  }

  /** Draws an interval from left to right, cut off at the edges. */
  void lying(Interval interval, double atY, Ink ink) {
    strokes(Bars.lying(x.at(interval.low()), x.at(interval.high()), y.at(atY)), ink, 2, "");
  }

  /** Draws faint dots at places that are given as pairs; dots that coincide are one. */
  void dots(Stream<double[]> places, Ink ink) {
    var path =
        places.map(place -> point('M', place[0], place[1]) + "h0").distinct().collect(joining());
    if (!path.isEmpty()) {
      canvas.svg().strokes(path, ink, 5, "", Bars.FAINT);
    }
  }

  /** Draws a stroke over everything that falls on the same two pixels from left to right. */
  void bands(Stream<double[]> places, Ink ink) {
    var columns = new TreeMap<Long, DoubleSummaryStatistics>();
    places.forEach(
        place ->
            columns
                .computeIfAbsent(Math.round(x.at(place[0]) / 2), i -> new DoubleSummaryStatistics())
                .accept(place[1]));
    var path = new StringBuilder();
    columns.forEach(
        (column, values) ->
            path.append(
                String.format(
                    Locale.ROOT,
                    "M%d %.1fV%.1f",
                    2 * column,
                    y.at(values.getMin()),
                    y.at(values.getMax()))));
    canvas.svg().strokes(path.toString(), ink, 1.6, "", 0.6);
  }

  /** Draws values to compare with, from left to right. */
  void limits(List<Limit> limits) {
    for (var i = 0; i < limits.size(); i++) {
      var at = y.at(limits.get(i).value());
      strokes(
          String.format(Locale.ROOT, "M%.2f %.2fH%.2f", x.from(), at, x.to()),
          Ink.TEXT,
          1.5,
          Limit.dashes(i));
    }
  }

  /** A place in SVG's path language, after a letter such as {@code M}. */
  String point(char command, double atX, double atY) {
    return String.format(Locale.ROOT, "%c%.1f %.1f", command, x.at(atX), y.at(atY));
  }
}
