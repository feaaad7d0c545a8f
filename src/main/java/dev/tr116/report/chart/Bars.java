package dev.tr116.report.chart;

import java.util.Locale;

/** The bars of intervals, with their end strokes, in SVG's path language. */
final class Bars {
  /** The opacity of what lies behind, such as the dots of single runs. */
  static final double FAINT = 0.35;

  private Bars() {}

  /** From left to right. */
  static String lying(double from, double to, double y) {
    return String.format(
        Locale.ROOT,
        "M%.2f %.2fv8M%.2f %.2fH%.2fM%.2f %.2fv8",
        from,
        y - 4,
        from,
        y,
        to,
        to,
        y - 4);
  }

  /** From bottom to top. */
  static String standing(double x, double from, double to) {
    return String.format(
        Locale.ROOT,
        "M%.2f %.2fh8M%.2f %.2fV%.2fM%.2f %.2fh8",
        x - 4,
        from,
        x,
        from,
        to,
        x - 4,
        to);
  }
}
