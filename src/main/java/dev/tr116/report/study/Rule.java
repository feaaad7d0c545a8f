package dev.tr116.report.study;

import java.util.List;

/**
 * A rule of recommendation and what the data makes of it.
 *
 * @param name what it is about
 * @param threshold when it applies
 * @param data what was found
 * @param applies whether it does
 * @param recommendation what follows where it does
 */
record Rule(String name, String threshold, String data, Applies applies, String recommendation) {
  /** Whether a rule applies. */
  enum Applies {
    YES("yes"),
    NO("no"),
    NOT_SUPPORTED("not supported by this data");

    private final String words;

    Applies(String words) {
      this.words = words;
    }

    static Applies of(boolean holds) {
      return holds ? YES : NO;
    }
  }

  static Rule notSupported(String name, String threshold, String why) {
    return new Rule(name, threshold, why, Applies.NOT_SUPPORTED, Amount.ABSENT);
  }

  static Rule of(
      String name, String threshold, String data, boolean applies, String recommendation) {
    return new Rule(
        name, threshold, data, Applies.of(applies), applies ? recommendation : Amount.ABSENT);
  }

  List<String> row() {
    return List.of(name, threshold, data, applies.words, recommendation);
  }
}
