package dev.tr116.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An energy, or why it is not known.
 *
 * @param value J; empty where it was not measured
 * @param missing why; empty where it was
 */
public record Joules(OptionalDouble value, Optional<String> missing) {
  static Joules of(double value) {
    return new Joules(OptionalDouble.of(value), Optional.empty());
  }

  static Joules missing(String reason) {
    return new Joules(OptionalDouble.empty(), Optional.of(reason));
  }

  /** The sum; missing for the first reason when one of them is. */
  static Joules sum(List<Joules> parts) {
    return parts.stream()
        .filter(part -> part.value().isEmpty())
        .findFirst()
        .orElseGet(() -> of(parts.stream().mapToDouble(part -> part.value().orElseThrow()).sum()));
  }
}
