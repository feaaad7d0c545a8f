package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import dev.tr116.report.Svg;
import java.util.Locale;

/**
 * An entry of a legend.
 *
 * @param label what it means
 * @param sample draws what it explains
 */
record Key(String label, Sample sample) {

  /** Draws in a box of 20 px that starts at that place, around that middle line. */
  @FunctionalInterface
  interface Sample {
    void draw(Svg svg, double x, double y);
  }

  /** The mark of a series. */
  static Key mark(String label, Style style) {
    return new Key(label, (svg, x, y) -> svg.shape(style.mark(x + 10, y), style.ink(), Ink.PAPER));
  }

  /** A line with these dashes. */
  static Key line(String label, Ink ink, double width, String dashes) {
    return new Key(
        label,
        (svg, x, y) ->
            svg.strokes(String.format(Locale.ROOT, "M%.2f %.2fh22", x, y), ink, width, dashes, 1));
  }

  /** An interval's bar. */
  static Key interval(String label) {
    return new Key(
        label, (svg, x, y) -> svg.strokes(Bars.lying(x + 1, x + 19, y), Ink.TEXT, 1.5, "", 1));
  }

  /** A faint dot for a run. */
  static Key run(String label) {
    return new Key(
        label,
        (svg, x, y) ->
            svg.strokes(
                String.format(Locale.ROOT, "M%.2f %.2fh0M%.2f %.2fh0", x + 6, y, x + 13, y),
                Ink.TEXT,
                6,
                "",
                Bars.FAINT));
  }
}
