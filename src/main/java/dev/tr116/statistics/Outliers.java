package dev.tr116.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Values far from the median, by the median absolute deviation (unscaled).
 *
 * @param median of the values, in their unit
 * @param deviation the median of |value - median|, in their unit
 * @param beyondTwoDeviations positions of the values with |value - median| above 2 deviations
 *     (TR116's rule, which flags half of five close values)
 * @param flagged of these, the ones that also lie more than 2 % of the median away
 */
public record Outliers(
    double median, double deviation, List<Integer> beyondTwoDeviations, List<Integer> flagged) {
  private static final double DEVIATIONS = 2;
  private static final double FLOOR = 0.02;

  public Outliers {
    beyondTwoDeviations = List.copyOf(beyondTwoDeviations);
    flagged = List.copyOf(flagged);
  }

  /** Whether a value would be flagged in a sample of that median and deviation. */
  public static boolean isFar(double value, double median, double deviation) {
    var distance = Math.abs(value - median);
    return distance > DEVIATIONS * deviation && distance > FLOOR * Math.abs(median);
  }

  /** Looks for outliers; nothing with fewer than three values. */
  public static Optional<Outliers> of(double[] values) {
    if (values.length < 3) {
      return Optional.empty();
    }
    var median = Median.withDefaults().evaluate(values.clone());
    var distances = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
    var deviation = Median.withDefaults().evaluate(distances.clone());
    var beyond =
        IntStream.range(0, values.length)
            .filter(i -> distances[i] > DEVIATIONS * deviation)
            .boxed()
            .toList();
    var flagged = beyond.stream().filter(i -> isFar(values[i], median, deviation)).toList();
    return Optional.of(new Outliers(median, deviation, beyond, flagged));
  }
}
