package dev.tr116.audit;

/** What data says of a claim. */
public enum Outcome {
  /** The data gives what was published. */
  REPRODUCES("reproduces"),
  /** The data gives something else. */
  DIFFERS("differs"),
  /** The data holds nothing that could tell. */
  CANNOT_TELL("cannot tell");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
