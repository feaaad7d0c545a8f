package dev.tr116.truth;

/**
 * A figure of a record and what it must be.
 *
 * @param pointer where it stands, as a JSON pointer
 * @param value by arithmetic
 * @param scale one per cent of this is the most it may be off
 */
record Figure(String pointer, double value, double scale) {
  static Figure of(String pointer, double value) {
    return new Figure(pointer, value, Math.abs(value));
  }

  /** How far off a measured value is, in per cent of the scale. */
  double deviationPercent(double measured) {
    return 100 * Math.abs(measured - value) / scale;
  }
}
