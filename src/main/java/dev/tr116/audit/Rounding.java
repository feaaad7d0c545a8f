package dev.tr116.audit;

import java.math.BigDecimal;
import java.util.Locale;

/** What the digits of a printed number say. */
final class Rounding {
  /** Half a unit of the last digit is shared with the neighbour; floating point needs this more. */
  static final double SLACK = 1e-9;

  private Rounding() {}

  /** Half a unit of the last digit. */
  static double halfUnit(String text) {
    return Math.pow(10, -decimals(text)) / 2;
  }

  /** Digits after the point. */
  static int decimals(String text) {
    return Math.max(0, new BigDecimal(text.strip()).scale());
  }

  /** A value with so many digits after the point. */
  static String text(double value, int decimals) {
    var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }
}
