package dev.tr116.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Which of several samples has the highest mean, and which of the others cannot be told apart from
 * it: the bootstrap interval of the difference holds 0.
 *
 * @param at the key of the sample with the highest mean
 * @param alike the keys that cannot be told apart from it, its own among them, ascending
 * @param smallest the smallest of these; empty where a sample is too small for an interval, so that
 *     nothing is decided
 */
public record HighestMean(int at, List<Integer> alike, OptionalInt smallest) {
  public HighestMean {
    alike = List.copyOf(alike);
  }

  /**
   * Compares samples.
   *
   * @param samples by key; empty ones are left out
   * @param seed of the bootstrap
   * @return nothing when there is no value
   */
  public static Optional<HighestMean> of(SortedMap<Integer, double[]> samples, long seed) {
    var keys = samples.keySet().stream().filter(key -> samples.get(key).length > 0).toList();
    return keys.stream()
        .max(Comparator.comparingDouble(key -> mean(samples.get(key))))
        .map(
            best -> {
              var alike =
                  keys.stream()
                      .filter(
                          key ->
                              key.equals(best) || isLike(samples.get(best), samples.get(key), seed))
                      .toList();
              var told = keys.stream().allMatch(key -> samples.get(key).length >= Bootstrap.FEWEST);
              return new HighestMean(
                  best, alike, told ? OptionalInt.of(alike.getFirst()) : OptionalInt.empty());
            });
  }

  private static boolean isLike(double[] best, double[] other, long seed) {
    return new Bootstrap(seed)
        .ofDifference(other, best)
        .map(difference -> difference.contains(0))
        .orElse(true);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
