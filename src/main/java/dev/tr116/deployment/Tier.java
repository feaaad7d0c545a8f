package dev.tr116.deployment;

/** Where a cell may be deployed, from best to worst; the three tiers are named as in TR116, 8.1. */
public enum Tier {
  /** Where latency is critical. */
  PERFORMANCE("Tier 1: maximum performance"),
  /** Where some objective is undecided, or only the alert is kept. */
  BALANCED("Tier 2: balanced"),
  /** For research and prototypes. */
  PROTOTYPE("Tier 3: prototypes"),
  /** Nowhere. */
  AVOID("Avoid"),
  /** There is too little to say so. */
  UNSUPPORTED("not supported by this data");

  private final String title;

  Tier(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
