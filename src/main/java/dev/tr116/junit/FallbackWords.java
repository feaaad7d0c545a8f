package dev.tr116.junit;

import dev.tr116.plan.FallbackChain;
import dev.tr116.plan.Property;

/** What is said of memory that was too small, on the console, in failures and in their log. */
final class FallbackWords {
  static final String NOT_FOR_MEMORY = "none: it did not fail for lack of memory";

  static final String MEASURED = "none: runs of this cell are measured already";

  static final String OFF =
      "none: no fallback was asked for; to try less, set -D"
          + Property.FALLBACK.key()
          + "=auto, or name steps as in -D"
          + Property.FALLBACK.key()
          + "='num_gpu=40; model=qwen2.5:7b'";

  static final String EXHAUSTED =
      "none: every step was tried; the runs are measured with what was asked for";

  private FallbackWords() {}

  static String trying(FallbackChain.Attempt attempt) {
    return "fall back: " + attempt.step();
  }

  static String holds(FallbackChain.Attempt attempt) {
    return "fell back: the cell is measured with " + attempt.configuration();
  }

  /**
   * Stands below the message of a run that failed for lack of memory.
   *
   * @param fellBack whether the cell was measured with less than was asked for already
   */
  static String advice(boolean fellBack) {
    return "the server had too little memory: ask for less with "
        + Property.CHIMERA.key()
        + (fellBack
            ? ", or name a smaller step, e.g. -D" + Property.FALLBACK.key() + "='num_gpu=10'"
            : ", or set -D" + Property.FALLBACK.key() + "=auto");
  }
}
