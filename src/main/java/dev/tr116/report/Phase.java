package dev.tr116.report;

/**
 * One stretch of a call.
 *
 * @param kind what it was spent on
 * @param from its start, ns of the monotonic clock
 * @param to its end, ns; after {@code from}
 */
public record Phase(PhaseKind kind, long from, long to) {
  public Phase {
    if (to <= from) {
      throw new IllegalArgumentException(kind + " ends at " + to + ", not after " + from);
    }
  }

  /** How long it took, ns. */
  public long nanos() {
    return to - from;
  }
}
