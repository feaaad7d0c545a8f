package dev.tr116.conformance;

/** A program does not do what a rule says; the message says what it did. */
final class RuleBroken extends Exception {
  private static final long serialVersionUID = 1L;

  private RuleBroken(String message) {
    super(message);
  }

  /** Breaks the rule unless that holds. */
  static void unless(boolean holds, String message) throws RuleBroken {
    if (!holds) {
      throw new RuleBroken(message);
    }
  }
}
