package dev.tr116.trace;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
  /** Every call succeeded, alone and side by side. */
  OK,
  /** A call failed, alone or side by side. */
  FAILED,
  /** Every call succeeded, but the figures cannot be trusted; the record says why. */
  INVALID,
  /** It was stopped from outside before it was through. */
  INTERRUPTED;

  /** The word in records, e.g. {@code ok}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
