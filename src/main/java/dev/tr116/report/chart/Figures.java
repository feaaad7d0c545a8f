package dev.tr116.report.chart;

import dev.tr116.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * How the figures of one chart are written: all with the same decimals, or each with four digits.
 *
 * @param decimals behind the point; more than {@link #MOST_DECIMALS} mean powers of ten
 */
record Figures(int decimals) {
  private static final int MOST_DECIMALS = 5;
  private static final double MOST = 1e6;
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** Each with the digits it needs: fit for figures of several magnitudes. */
  static final Figures FOUR_EACH = new Figures(MOST_DECIMALS + 1);

  /** Fit for multiples of a step. */
  static Figures stepping(double step) {
    return new Figures(Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
  }

  /** With one more decimal. */
  Figures finer() {
    return new Figures(decimals + 1);
  }

  /** With this many decimals or more. */
  Figures atLeast(int fewest) {
    return new Figures(Math.max(fewest, decimals));
  }

  /** E.g. {@code 98.1}, {@code 1.25e12}; never a minus sign before a zero. */
  String of(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    var tooSmall = value != 0 && Math.abs(value) < 0.05 * Math.pow(10, -decimals);
    if (Math.abs(value) >= MOST || decimals > MOST_DECIMALS || tooSmall) {
      return scientific(value);
    }
    return rounded(value);
  }

  /** With the same decimals however small it is: fit for parts of a whole. */
  String rounded(double value) {
    var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** E.g. {@code [97.2, 98.9]}. */
  String of(Interval interval) {
    return "[" + of(interval.low()) + ", " + of(interval.high()) + "]";
  }

  /** E.g. {@code 95 % interval 97.2 to 98.9}. */
  String words(Interval interval) {
    return level(interval) + " " + of(interval.low()) + " to " + of(interval.high());
  }

  /** E.g. {@code 95 % interval}. */
  static String level(Interval interval) {
    return new Figures(0).of(interval.level() * 100) + " % interval";
  }

  private static String scientific(double value) {
    var rounded = new BigDecimal(value, FOUR_DIGITS).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    var exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < 6 && exponent > -4
        ? rounded.toPlainString()
        : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
