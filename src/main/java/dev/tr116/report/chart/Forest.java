package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws rows of estimates above a common axis. */
final class Forest {
  private static final int MOST_TICKS = 8;
  private static final int LABEL_LINE = 15;

  private final Canvas canvas;
  private final String axis;
  private final String unit;
  private final List<String> series;
  private final List<ForestPlot.Row> rows;
  private final List<Limit> limits;
  private final Optional<Sides> sides;
  private final Scale scale;
  private final Figures figures;

  Forest(
      Canvas canvas,
      String axis,
      String unit,
      List<String> series,
      List<ForestPlot.Row> rows,
      List<Limit> limits,
      Optional<Sides> sides) {
    this.canvas = canvas;
    this.axis = axis;
    this.unit = unit;
    this.series = series;
    this.rows = rows;
    this.limits = limits;
    this.sides = sides;
    var values =
        DoubleStream.concat(
                estimates().flatMap(Estimate::extent).mapToDouble(value -> value),
                limits.stream().mapToDouble(Limit::value))
            .toArray();
    double from = canvas.layout().choose(230, 18);
    double to = canvas.layout().choose(536, 238);
    this.scale =
        Scale.fitting(
            most ->
                sides.isPresent()
                    ? Scale.logarithmic(values, from, to, most)
                    : Scale.linear(values, from, to, most),
            MOST_TICKS);
    this.figures = figures(values);
  }

  /** The same in every layout, however many labels its axis has. */
  private Figures figures(double[] values) {
    if (sides.isEmpty()) {
      return Scale.linear(values, 0, 1, MOST_TICKS).figures().finer();
    }
    return scale.most() / scale.least() > 50
        ? Figures.FOUR_EACH
        : Scale.logarithmic(values, 0, 1, MOST_TICKS).figures().finer().atLeast(2);
  }

  /** Refuses rows that do not have one estimate for every series. */
  static void check(List<String> series, List<ForestPlot.Row> rows) {
    for (var row : rows) {
      if (row.estimates().size() != series.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d estimates for %d series: give one for each, missing ones too",
                row.label(),
                row.estimates().size(),
                series.size()));
      }
    }
  }

  String draw() {
    canvas.legend(keys());
    if (rows.isEmpty()) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    sides.ifPresent(this::drawSides);
    canvas.skip(6);
    for (var row : rows) {
      draw(row);
    }
    canvas.axis(
        scale, axis + (unit.isEmpty() ? "" : ", " + unit) + (scale.logarithmic() ? " (log)" : ""));
    return canvas.document(description());
  }

  private Stream<Estimate> estimates() {
    return rows.stream().flatMap(row -> row.estimates().stream());
  }

  private List<Key> keys() {
    var keys = new ArrayList<Key>();
    if (series.size() > 1) {
      for (var i = 0; i < series.size(); i++) {
        keys.add(Key.mark(series.get(i), Style.of(i)));
      }
    } else {
      keys.add(Key.mark("mean", Style.of(0)));
    }
    estimates()
        .flatMap(estimate -> estimate.interval().stream())
        .map(Figures::level)
        .distinct()
        .forEach(level -> keys.add(Key.interval(level)));
    if (estimates().anyMatch(each -> RunStrip.of(each.runs()) instanceof RunStrip.Dots)) {
      keys.add(Key.run("each run"));
    }
    if (estimates().anyMatch(each -> RunStrip.of(each.runs()) instanceof RunStrip.Box)) {
      keys.add(RunStrip.key());
    }
    for (var i = 0; i < limits.size(); i++) {
      keys.add(limits.get(i).key(i));
    }
    return keys;
  }

  private void drawSides(Sides sides) {
    canvas.skip(LABEL_LINE + 4);
    var left = "← " + sides.below();
    var right = sides.above() + " →";
    var start = canvas.layout().choose(scale.from() - 30, canvas.margin());
    var end = canvas.layout().choose(scale.to() + 30, canvas.right());
    canvas.svg().text(start, canvas.y(), Canvas.SMALL, "start", Ink.FAINT, left);
    if (Words.width(left + "  " + right, Canvas.SMALL) > end - start) {
      canvas.skip(LABEL_LINE);
    }
    canvas.svg().text(end, canvas.y(), Canvas.SMALL, "end", Ink.FAINT, right);
  }

  private void drawGrid(double top, double bottom) {
    for (var tick : scale.ticks()) {
      canvas.svg().line(scale.at(tick), top, scale.at(tick), bottom, Ink.GRID, 1);
    }
    for (var i = 0; i < limits.size(); i++) {
      var x = scale.at(limits.get(i).value());
      canvas
          .svg()
          .strokes(
              String.format(Locale.ROOT, "M%.2f %.2fV%.2f", x, top, bottom),
              Ink.TEXT,
              1.5,
              Limit.dashes(i),
              1);
    }
  }

  private List<String> label(ForestPlot.Row row) {
    return Words.wrapped(
        row.label(),
        Canvas.LETTERS,
        canvas.layout().choose(scale.from() - canvas.margin() - 14, 340.0),
        3);
  }

  private double strip() {
    return canvas.layout().choose(series.size() > 1 ? 20 : 24, 34);
  }

  private double height(ForestPlot.Row row) {
    var labels = label(row).size() * LABEL_LINE;
    var strips = series.size() * strip();
    return canvas.layout().choose(Math.max(labels, strips) + 10, labels + strips + 8);
  }

  private void draw(ForestPlot.Row row) {
    var top = canvas.y();
    var labels = label(row);
    var beside = canvas.layout() == Layout.WIDE;
    var content = height(row) - 10;
    var baseline = beside ? top + 5 + (content - labels.size() * LABEL_LINE) / 2 + 11 : top + 14;
    for (var i = 0; i < labels.size(); i++) {
      canvas
          .svg()
          .text(
              canvas.margin(),
              baseline + i * LABEL_LINE,
              Canvas.LETTERS,
              "start",
              Ink.TEXT,
              labels.get(i));
    }
    var first =
        beside
            ? top + 5 + (content - series.size() * strip()) / 2
            : top + 4 + labels.size() * LABEL_LINE;
    drawGrid(beside ? top : first, top + height(row));
    for (var i = 0; i < series.size(); i++) {
      draw(row.estimates().get(i), Style.of(i), first + (i + 0.5) * strip());
    }
    canvas.skip(height(row));
  }

  private void draw(Estimate estimate, Style style, double middle) {
    RunStrip.of(estimate.runs()).draw(canvas.svg(), scale, style, middle);
    estimate
        .interval()
        .ifPresent(
            interval ->
                canvas
                    .svg()
                    .strokes(
                        Bars.lying(scale.at(interval.low()), scale.at(interval.high()), middle),
                        style.ink(),
                        2,
                        "",
                        1));
    estimate
        .value()
        .ifPresent(
            value ->
                canvas.svg().shape(style.mark(scale.at(value), middle), style.ink(), Ink.PAPER));
    drawFigures(estimate, middle);
  }

  private void drawFigures(Estimate estimate, double middle) {
    var x = canvas.layout().choose(scale.to() + 18, scale.to() + 14);
    if (estimate.value().isEmpty()) {
      var why = "- " + estimate.missing().orElse("not measured");
      var lines = Words.wrapped(why, Canvas.SMALL, canvas.right() - x, 2);
      lines(x, middle, lines, Ink.FAINT);
      return;
    }
    var value = figures.of(estimate.value().getAsDouble());
    var interval = estimate.interval().map(figures::of).orElse("no interval");
    var n = "n " + estimate.n();
    lines(
        x,
        middle,
        canvas
            .layout()
            .choose(
                List.of(value + " " + interval + "  " + n), List.of(value + "  " + n, interval)),
        Ink.TEXT);
  }

  private void lines(double x, double middle, List<String> lines, Ink ink) {
    var baseline = middle + 4 - (lines.size() - 1) * 6.5;
    for (var i = 0; i < lines.size(); i++) {
      canvas.svg().text(x, baseline + i * 13, Canvas.SMALL, "start", ink, lines.get(i));
    }
  }

  private String description() {
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, series.size())
                    .mapToObj(
                        i ->
                            (series.size() > 1 ? series.get(i) + " " : "")
                                + row.estimates().get(i).words(figures, unit))
                    .collect(Collectors.joining("; ", row.label() + ": ", ".")))
        .collect(Collectors.joining(" ", axis + ". ", compared()));
  }

  private String compared() {
    return limits.isEmpty()
        ? ""
        : limits.stream().map(Limit::words).collect(Collectors.joining(", ", " Lines: ", "."));
  }
}
