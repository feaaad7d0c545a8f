package dev.tr116.report;

import java.util.Locale;

/** Diagonal strokes over a rectangle, in SVG's path language: they need no pattern by reference. */
public final class Hatching {
  private static final double GAP = 6;

  private Hatching() {}

  /** The strokes over a rectangle, px. */
  public static String of(double x, double y, double width, double height) {
    var strokes = new StringBuilder();
    for (var offset = GAP - height; offset < width; offset += GAP) {
      var from = Math.max(0, offset);
      var to = Math.min(width, offset + height);
      strokes.append(
          String.format(
              Locale.ROOT,
              "M%.1f %.1fL%.1f %.1f",
              x + from,
              y + height - (from - offset),
              x + to,
              y + height - (to - offset)));
    }
    return strokes.toString();
  }
}
