package dev.tr116.audit;

/**
 * A number and how far from the true one rounding may have taken it.
 *
 * @param value as given
 * @param halfWidth at most so far off, 0 for full precision
 */
public record Figure(double value, double halfWidth) {
  public Figure {
    if (!Double.isFinite(value) || !(halfWidth >= 0)) {
      throw new IllegalArgumentException("no figure: " + value + " +- " + halfWidth);
    }
  }

  /** A number of full precision. */
  public static Figure exact(double value) {
    return new Figure(value, 0);
  }

  /** A number as printed, e.g. {@code 97.46}: rounded to the digits it has. */
  public static Figure printed(String text) {
    return new Figure(Double.parseDouble(text), Rounding.halfUnit(text));
  }

  /** The same, moved by some of its half widths. */
  Figure moved(double halfWidths) {
    return new Figure(value + halfWidths * halfWidth, halfWidth);
  }
}
