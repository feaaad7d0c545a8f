package dev.tr116.preflight;

import java.util.Locale;

/** How much a finding matters. */
public enum Level {
  /** Good to know later. */
  INFO,
  /** Figures may suffer. */
  WARNING,
  /** There is no use in measuring. */
  ERROR;

  /** The word in records. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
