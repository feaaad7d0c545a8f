package dev.tr116.metrics;

/** The set of definitions all figures follow; stands in every record. */
public final class Definitions {
  /** Changes whenever a metric changes its meaning. */
  public static final String VERSION = "2026-11";

  private Definitions() {}
}
