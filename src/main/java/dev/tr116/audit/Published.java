package dev.tr116.audit;

/**
 * A figure as printed, or two as in {@code 12..17}.
 *
 * @param text the figure or figures; empty when the claim has none
 * @param low the lower of two, or the only one
 * @param high the higher of two, or the only one
 */
public record Published(String text, String low, String high) {
  private static final String TO = "..";

  static Published parse(String text) {
    var between = text.indexOf(TO);
    return between < 0
        ? new Published(text, text, text)
        : new Published(
            text, text.substring(0, between).strip(), text.substring(between + 2).strip());
  }

  /** The least that rounds to it. */
  double least() {
    return Double.parseDouble(low) - Rounding.halfUnit(low);
  }

  /** The most that rounds to it. */
  double most() {
    return Double.parseDouble(high) + Rounding.halfUnit(high);
  }

  /** Half a unit of the last digit. */
  double halfUnit() {
    return Rounding.halfUnit(low);
  }

  /** Digits after the point. */
  int decimals() {
    return Rounding.decimals(low);
  }
}
