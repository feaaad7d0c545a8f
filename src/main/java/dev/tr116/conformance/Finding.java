package dev.tr116.conformance;

import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param rule what a program has to do
 * @param broken how this one does not; empty when it does
 */
public record Finding(String rule, Optional<String> broken) {
  /** Whether the program keeps the rule. */
  public boolean isKept() {
    return broken.isEmpty();
  }

  /** One line for people. */
  @Override
  public String toString() {
    return (isKept() ? "kept    " : "BROKEN  ") + rule + broken.map(why -> ": " + why).orElse("");
  }
}
