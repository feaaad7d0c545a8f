package dev.tr116.report.chart;

import dev.tr116.report.Hatching;
import dev.tr116.report.Ink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Where the time of several cells went: of each a stacked bar of its wall time W, losses to the
 * right of 0 and gains hatched to its left. The figures stand below the bar.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param rows in the order drawn
 */
public record LossBars(String title, String note, List<Row> rows) implements Chart {
  private static final int BAR = 18;
  private static final int MOST_TICKS = 8;
  private static final int LINE = 14;

  /**
   * One bar.
   *
   * @param label e.g. a cell's name
   * @param n of how many runs it is the mean
   * @param parts in the order drawn; none without a baseline
   * @param missing why there are none
   */
  public record Row(String label, int n, List<Part> parts, Optional<String> missing) {
    public Row {
      parts = List.copyOf(parts);
    }

    private String words() {
      return parts.isEmpty()
          ? "not split" + missing.map(why -> ": " + why).orElse("")
          : parts.stream()
              .map(part -> part.label() + " " + POINTS.rounded(part.percent()))
              .collect(Collectors.joining(" · "));
    }
  }

  /**
   * One part of a bar.
   *
   * @param label a word or two
   * @param ink of its box, the same in every row
   * @param percent of W; below 0 for a gain
   */
  public record Part(String label, Ink ink, double percent) {}

  private static final Figures POINTS = new Figures(1);

  public LossBars {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(Layout layout) {
    var canvas = new Canvas(layout, title, note);
    canvas.legend(keys());
    if (rows.isEmpty()) {
      canvas.paragraph("no data");
      return canvas.document("No data.");
    }
    var scale =
        Scale.fitting(
            most -> Scale.linear(extent(), canvas.margin() + 8, canvas.right() - 10, most),
            MOST_TICKS);
    canvas.skip(4);
    rows.forEach(row -> draw(canvas, scale, row));
    canvas.axis(scale, "% of the wall time W: right of 0 less left of 0 is 100");
    return canvas.document(
        rows.stream()
            .map(row -> row.label() + ", n " + row.n() + ": " + row.words() + ".")
            .collect(Collectors.joining(" ", "Percent of the wall time. ", "")));
  }

  private double[] extent() {
    return DoubleStream.concat(
            DoubleStream.of(0, 100),
            rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(sum(row, Math::min), sum(row, Math::max))))
        .toArray();
  }

  private static double sum(Row row, DoubleBinaryOperator side) {
    return row.parts().stream().mapToDouble(part -> side.applyAsDouble(0, part.percent())).sum();
  }

  private List<Key> keys() {
    var inks = new LinkedHashMap<String, Ink>();
    rows.stream()
        .flatMap(row -> row.parts().stream())
        .forEach(part -> inks.putIfAbsent(part.label(), part.ink()));
    return inks.entrySet().stream()
        .map(
            entry ->
                new Key(
                    entry.getKey(),
                    (svg, x, y) -> svg.box(x, y - 6, 18, 12, entry.getValue(), entry.getKey())))
        .toList();
  }

  private static void draw(Canvas canvas, Scale scale, Row row) {
    var svg = canvas.svg();
    for (var line : canvas.lines(row.label() + "  n " + row.n(), Canvas.LETTERS, 3)) {
      canvas.skip(LINE + 1);
      svg.text(canvas.margin(), canvas.y(), Canvas.LETTERS, "start", Ink.TEXT, line);
    }
    if (!row.parts().isEmpty()) {
      canvas.skip(5);
      bar(canvas, scale, row.parts());
      canvas.skip(BAR);
    }
    for (var line : canvas.lines(row.words(), Canvas.SMALL, 4)) {
      canvas.skip(LINE);
      svg.text(canvas.margin(), canvas.y(), Canvas.SMALL, "start", Ink.FAINT, line);
    }
    canvas.skip(10);
  }

  private static void bar(Canvas canvas, Scale scale, List<Part> parts) {
    var left = 0.0;
    var right = 0.0;
    for (var part : parts) {
      if (part.percent() < 0) {
        left += part.percent();
        box(canvas, part, scale.at(left), scale.at(left - part.percent()));
      } else {
        right += part.percent();
        box(canvas, part, scale.at(right - part.percent()), scale.at(right));
      }
    }
    var zero = scale.at(0);
    canvas.svg().line(zero, canvas.y() - 3, zero, canvas.y() + BAR + 3, Ink.TEXT, 1.5);
  }

  private static void box(Canvas canvas, Part part, double from, double to) {
    var svg = canvas.svg();
    var top = canvas.y();
    var gain = part.percent() < 0;
    var tooltip = part.label() + " " + POINTS.rounded(part.percent()) + " %";
    svg.box(from, top, to - from, BAR, gain ? Ink.PAPER : part.ink(), tooltip);
    var outline =
        String.format(
            Locale.ROOT, "M%.2f %.2fh%.2fv%dh%.2fz", from, top, to - from, BAR, from - to);
    if (gain) {
      svg.strokes(Hatching.of(from, top, to - from, BAR) + outline, part.ink(), 1.5);
    } else if (to - from > 3) {
      svg.strokes(outline, Ink.PAPER, 1);
    }
  }
}
