package dev.tr116.performance;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of the table: a figure, what it is to be, and what it was.
 *
 * @param figure its name
 * @param unit of all numbers
 * @param goal what is wanted
 * @param most what it must not exceed; of a figure that is to be high, what it must not fall below
 * @param higherIsBetter whether more is better
 * @param measured empty where it could not be measured here
 */
record Goal(
    String figure,
    String unit,
    double goal,
    double most,
    boolean higherIsBetter,
    OptionalDouble measured) {

  /** A figure that is to be low. */
  static Goal atMost(String figure, String unit, double goal, double most, double measured) {
    return new Goal(figure, unit, goal, most, false, OptionalDouble.of(measured));
  }

  /** The figure against its goal, in words. */
  String verdict() {
    if (measured.isEmpty()) {
      return "not measured";
    }
    if (reaches(goal)) {
      return "within the goal";
    }
    return reaches(most) ? "within the limit" : "beyond the limit";
  }

  /** A row of a Markdown table, with the same figure of the other transport. */
  String row(Goal other) {
    return "| %s, %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            figure,
            unit,
            number(goal),
            number(most),
            measuredText(),
            verdict(),
            other.measuredText(),
            other.verdict());
  }

  private String measuredText() {
    return measured.isPresent() ? number(measured.getAsDouble()) : "-";
  }

  private boolean reaches(double bound) {
    return higherIsBetter ? measured.getAsDouble() >= bound : measured.getAsDouble() <= bound;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 || value == 0 ? "%.0f" : "%.2f", value);
  }
}
