package dev.tr116.plan;

import java.util.Locale;

/** What kind of question a cell answers. */
public enum Suite {
  /** Agents side by side in a scenario. */
  MULTI,
  /** Baseline and chimera options of one agent that has the server for itself (TR116). */
  SINGLE,
  /** The same agent once, twice, ... side by side. */
  SCALING;

  /** The word in properties, folders and records, e.g. {@code multi}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
