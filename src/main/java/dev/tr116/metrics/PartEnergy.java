package dev.tr116.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one part of a block, the agents side by side or one of them alone, took of energy. The
 * device's idle power is in it.
 *
 * @param seconds length of the active window
 * @param joules in that window
 * @param tokens that the agents generated there; empty where a server does not tell
 */
public record PartEnergy(double seconds, Joules joules, OptionalLong tokens) {
  /** Energy / length of the window, W. */
  public OptionalDouble meanWatts() {
    return per(seconds);
  }

  /** Energy / tokens, J. */
  public OptionalDouble joulesPerToken() {
    return tokens.isPresent() ? per((double) tokens.getAsLong()) : OptionalDouble.empty();
  }

  /** The same part on two devices. */
  PartEnergy beside(PartEnergy other) {
    return new PartEnergy(seconds, Joules.sum(List.of(joules, other.joules)), tokens);
  }

  private OptionalDouble per(double amount) {
    return joules.value().isPresent() && amount > 0
        ? OptionalDouble.of(joules.value().getAsDouble() / amount)
        : OptionalDouble.empty();
  }
}
