package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.Locale;

/** How a series is told from the others: by colour, by the shape of its marks, by its dashes. */
enum Style {
  CIRCLE(Ink.BLUE, "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z", ""),
  DIAMOND(Ink.VERMILLION, "m0 -6l6 6l-6 6l-6 -6z", "7 3"),
  SQUARE(Ink.GREEN, "m-4.2 -4.2h8.4v8.4h-8.4z", "2 3"),
  TRIANGLE(Ink.PURPLE, "m0 -5.5l5.5 9.5h-11z", "10 3 2 3"),
  CROSS(Ink.TEXT, "m-1.7 -5.2h3.4v3.5h3.5v3.4h-3.5v3.5h-3.4v-3.5h-3.5v-3.4h3.5z", "4 2"),
  WEDGE(Ink.SKY, "m0 5.5l5.5 -9.5h-11z", "12 4"),
  BAR(Ink.ORANGE, "m-2.2 -6h4.4v12h-4.4z", "6 2 2 2 2 2"),
  LYING_BAR(Ink.GREY, "m-6 -2.2h12v4.4h-12z", "1 2");

  private final Ink ink;
  private final String shape;
  private final String dashes;

  Style(Ink ink, String shape, String dashes) {
    this.ink = ink;
    this.shape = shape;
    this.dashes = dashes;
  }

  /** That of a series, by its place; after the last one the first comes again. */
  static Style of(int series) {
    return values()[Math.floorMod(series, values().length)];
  }

  Ink ink() {
    return ink;
  }

  String dashes() {
    return dashes;
  }

  /** Its mark around a place, in SVG's path language. */
  String mark(double x, double y) {
    return String.format(Locale.ROOT, "M%.2f %.2f%s", x, y, shape);
  }
}
