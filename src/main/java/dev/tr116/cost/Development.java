package dev.tr116.cost;

import java.util.OptionalDouble;

/**
 * What a stack costs until it runs in production. US dollars.
 *
 * @param initial development; empty where only the total is known
 * @param testing and quality assurance; empty where only the total is known
 * @param deployment empty where only the total is known
 * @param total of the three
 */
public record Development(
    OptionalDouble initial, OptionalDouble testing, OptionalDouble deployment, double total) {

  Development times(double factor) {
    return new Development(
        times(initial, factor), times(testing, factor), times(deployment, factor), total * factor);
  }

  private static OptionalDouble times(OptionalDouble part, double factor) {
    return part.isPresent() ? OptionalDouble.of(part.getAsDouble() * factor) : part;
  }
}
