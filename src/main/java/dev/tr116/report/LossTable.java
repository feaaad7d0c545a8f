package dev.tr116.report;

import dev.tr116.metrics.Loss;
import java.util.Locale;

/**
 * The figures below the bars of a {@link LossBar}, which explain the colours as well.
 *
 * @param svg where to draw
 * @param left the left edge, px
 * @param top the middle of the first line, px
 */
record LossTable(Svg svg, int left, int top) {
  private static final int ROW = 20;
  private static final int POINTS = 210;
  private static final int MILLIS = 300;
  private static final int MEANING = 330;

  /**
   * Draws one line a part and returns the lower edge.
   *
   * @param percent the parts in percentage points
   * @param millis the same parts in ms
   */
  int draw(Loss percent, Loss millis) {
    var y = top;
    head(y);
    for (var part : LossPart.of(percent)) {
      y += ROW;
      var points = part.figure().applyAsDouble(percent);
      LossRow.swatch(svg, part, left, y - 6, points < 0);
      row(y, part.label(), points, part.figure().applyAsDouble(millis), part.meaning());
    }
    y += ROW;
    svg.line(left, y - 10, left + MILLIS, y - 10, Ink.TEXT, 1);
    row(y, "W", percent.wall(), millis.wall(), "from the barrier to the last agent's end");
    if (percent.byPhase().isPresent()) {
      y += ROW;
      row(
          y,
          "contention in all",
          percent.contention(),
          millis.contention(),
          "the five phases together: longer side by side than alone");
    }
    return y + ROW / 2;
  }

  private void head(int y) {
    svg.text(left + POINTS, y + 4, 12, "end", Ink.FAINT, "% of W");
    svg.text(left + MILLIS, y + 4, 12, "end", Ink.FAINT, "ms");
    svg.text(left + MEANING, y + 4, 12, "start", Ink.FAINT, "hatched, below 0: a gain");
  }

  private void row(int y, String label, double points, double millis, String meaning) {
    svg.text(left + 24, y + 4, 12, "start", Ink.TEXT, label);
    svg.text(left + POINTS, y + 4, 12, "end", Ink.TEXT, number(points));
    svg.text(left + MILLIS, y + 4, 12, "end", Ink.TEXT, number(millis));
    svg.text(left + MEANING, y + 4, 12, "start", Ink.FAINT, Svg.shortened(meaning, 90));
  }

  /** Never a minus sign before a zero. */
  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text;
  }
}
