package dev.tr116.report;

import java.util.Locale;

/** The small shapes of a {@link Timeline}, in SVG's path language. */
final class Marks {
  private Marks() {}

  /** A triangle whose lower corner is at that place. */
  static String firstToken(double x, double y) {
    return String.format(Locale.ROOT, "M%.2f %.2fl-5 -9h10z", x, y);
  }

  /** A cross around that place. */
  static String cross(double x, double y) {
    return String.format(Locale.ROOT, "M%.2f %.2fl12 12m0 -12l-12 12", x - 6, y - 6);
  }
}
