package dev.tr116.cost;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number as a report prints it.
 *
 * @param text e.g. {@code $75.5k}, {@code +3.4%}, {@code 33 months}
 */
record PrintedAmount(String text) {
  private static final Pattern NUMBER = Pattern.compile("(\\+?\\$?)(\\d+(?:\\.(\\d+))?)(k?)(.*)");
  private static final double THOUSAND = 1000;

  /** Half a unit of the last digit is shared with the neighbour; floating point needs this more. */
  private static final double SLACK = 1e-6;

  /** Whether a value rounds to it. */
  boolean isRoundedFrom(double value) {
    var parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("'" + text + "' is no number");
    }
    var decimals = parts.group(3) == null ? 0 : parts.group(3).length();
    var unit = parts.group(4).isEmpty() ? 1 : THOUSAND;
    return Math.abs(value - unit * Double.parseDouble(parts.group(2)))
        <= unit * Math.pow(10, -decimals) / 2 + SLACK;
  }

  /** Another value in the same form, with one digit more where the form would hide the rest. */
  String like(double value) {
    var parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("'" + text + "' is no number");
    }
    var decimals = parts.group(3) == null ? 0 : parts.group(3).length();
    var scaled = value / (parts.group(4).isEmpty() ? 1 : THOUSAND);
    if (parts.group(5).equals("%")) {
      decimals = Math.max(1, decimals);
    }
    while (decimals > 0 && isWhole(scaled * Math.pow(10, decimals - 1.0))) {
      decimals--;
    }
    return parts.group(1)
        + String.format(Locale.ROOT, "%." + decimals + "f", scaled)
        + parts.group(4)
        + parts.group(5);
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < SLACK;
  }
}
