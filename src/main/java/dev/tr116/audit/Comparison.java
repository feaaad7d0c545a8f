package dev.tr116.audit;

import java.util.Locale;

/** How a published figure is meant. */
public enum Comparison {
  /** The data gives the figure at its own rounding. */
  EQUALS,
  /** The data gives nothing above it. */
  AT_MOST,
  /** The data gives nothing below it. */
  AT_LEAST,
  /** The data lies between two, written {@code 12..17}. */
  WITHIN;

  static Comparison named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether data agrees with what was published, as far as the rounding of both can tell. */
  boolean holds(Figure data, Published published) {
    var slack = data.halfWidth() + Rounding.SLACK * (1 + Math.abs(data.value()));
    var aboveLow = data.value() >= published.least() - slack;
    var belowHigh = data.value() <= published.most() + slack;
    return switch (this) {
      case AT_MOST -> belowHigh;
      case AT_LEAST -> aboveLow;
      case EQUALS, WITHIN -> aboveLow && belowHigh;
    };
  }
}
