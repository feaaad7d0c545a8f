package dev.tr116.faults;

/** Whom a fault hits, and what the other agent meets meanwhile. */
enum Side {
  /** The other has its whole answer before the fault. */
  COLLECTOR("structured"),
  /** The other is in the middle of a long answer. */
  INSIGHT("structured"),
  /** Nobody meets anything else. */
  BOTH("structured"),
  /** The same without a thread that waits. */
  BOTH_ON_ONE_THREAD("event-loop");

  private final String runtime;

  Side(String runtime) {
    this.runtime = runtime;
  }

  /** Who runs the agents. */
  String runtime() {
    return runtime;
  }

  /** Whether the collector meets the fault. */
  boolean hitsTheCollector() {
    return this != INSIGHT;
  }

  /** Whether the insight agent meets it. */
  boolean hitsTheInsight() {
    return this != COLLECTOR;
  }
}
