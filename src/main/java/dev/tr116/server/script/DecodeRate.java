package dev.tr116.server.script;

import java.util.Arrays;
import java.util.List;

/**
 * How fast an answer is generated, depending on how many are generated at once.
 *
 * @param alone tokens per second while nothing else is generated
 * @param slowdowns how many times slower beside one other answer, beside two, and so on; the last
 *     holds for any more; below 1 is a gain; none: the others do not matter
 */
public record DecodeRate(double alone, List<Double> slowdowns) {
  public DecodeRate {
    slowdowns = List.copyOf(slowdowns);
    if (!isSpeed(alone) || !slowdowns.stream().allMatch(DecodeRate::isSpeed)) {
      throw new IllegalArgumentException(
          "rates and slowdowns are above 0 and finite, not " + alone + " and " + slowdowns);
    }
  }

  /** A rate that nothing changes, tokens per second. */
  public static DecodeRate of(double perSecond) {
    return new DecodeRate(perSecond, List.of());
  }

  /** The same rate alone, so many times slower beside one other answer, beside two, and so on. */
  public DecodeRate slowedBy(double... slowdowns) {
    return new DecodeRate(alone, Arrays.stream(slowdowns).boxed().toList());
  }

  /** Tokens per second while so many answers are generated at once, this one included. */
  public double at(int decoding) {
    return decoding <= 1 || slowdowns.isEmpty()
        ? alone
        : alone / slowdowns.get(Math.min(decoding - 2, slowdowns.size() - 1));
  }

  private static boolean isSpeed(double value) {
    return value > 0 && Double.isFinite(value);
  }
}
