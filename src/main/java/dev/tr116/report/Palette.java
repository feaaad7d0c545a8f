package dev.tr116.report;

/** Okabe and Ito's colours, which people with any kind of colour vision tell apart. */
final class Palette {
  static final String TEXT = "#000000";
  static final String FAINT = "#555555";

  /** Work of the agent's own. */
  static final String OWN = "#0072B2";

  static final String GRID = "#dddddd";
  static final String FAILURE = "#D55E00";

  /** A darker {@link #FAILURE}, with enough contrast for small letters on white. */
  static final String FAILURE_TEXT = "#9C4400";

  private Palette() {}

  static String of(PhaseKind kind) {
    return switch (kind) {
      case CLIENT -> "#999999";
      case LOAD -> "#E69F00";
      case QUEUE -> "#CC79A7";
      case TO_FIRST_TOKEN -> "#F0E442";
      case PREFILL -> "#56B4E9";
      case DECODE -> "#009E73";
    };
  }
}
