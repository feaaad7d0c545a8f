package dev.tr116.report;

import java.util.Locale;

/** Amounts in words that are as short as they are honest. */
final class Amounts {
  private Amounts() {}

  /** E.g. {@code 1250 ms}, {@code 37.5 ms}, {@code -0.42 ms}. */
  static String millis(double millis) {
    var size = Math.abs(millis);
    var format = size >= 100 ? "%.0f ms" : size >= 10 ? "%.1f ms" : "%.2f ms";
    return String.format(Locale.ROOT, format, millis);
  }
}
