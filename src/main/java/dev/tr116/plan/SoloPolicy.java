package dev.tr116.plan;

import java.util.Locale;

/** How often each agent is measured alone. */
public enum SoloPolicy {
  /** In every block, beside what it is compared with. */
  EVERY,
  /** In the first block of a cell; the cell's other runs are compared with that one. */
  ONCE,
  /** Never: what compares with agents alone is absent. */
  OFF;

  /** The word in properties and records, e.g. {@code once}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
