package dev.tr116.plan;

import java.math.BigDecimal;

/**
 * The two limits of an objective, in the metric's unit.
 *
 * @param target what is aimed at; beyond it there is a warning
 * @param alert what must not be crossed
 */
public record SloLimit(double target, double alert) {
  /** As the property writes it, e.g. {@code 97/95}. */
  @Override
  public String toString() {
    return plain(target) + "/" + plain(alert);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
