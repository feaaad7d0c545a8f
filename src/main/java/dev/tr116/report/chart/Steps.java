package dev.tr116.report.chart;

import dev.tr116.report.Svg;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One distribution of an {@link Ecdf}, thinned to what can be seen.
 *
 * @param name of the series
 * @param n how many values
 * @param steps in rising order; what is left out would be lower than 1/400 of the chart's height
 * @param median of all values; empty where there are none
 * @param interval of the median of all there could be; empty where the values cannot tell
 */
public record Steps(
    String name, int n, List<Step> steps, OptionalDouble median, Optional<Interval> interval) {
  private static final double LEAST_RISE = 1 / 400.0;
  private static final double LEVEL = 0.9;
  private static final int MOST_LETTERS = 60;

  /**
   * A step of the curve.
   *
   * @param value where it is
   * @param share of the values that are not above it
   */
  public record Step(double value, double share) {}

  public Steps {
    steps = List.copyOf(steps);
  }

  /** Of values that do not hang together, such as one of every run: the median has an interval. */
  public static Steps ofRuns(String name, double[] values) {
    var interval =
        Percentile.of(values, 0.5)
            .filter(half -> half.atLeast().isPresent() && half.atMost().isPresent())
            .map(
                half ->
                    new Interval(half.atLeast().getAsDouble(), half.atMost().getAsDouble(), LEVEL));
    return of(name, values, interval);
  }

  /** Of values that hang together, such as all gaps of some streams: no interval can be told. */
  public static Steps ofGaps(String name, double[] values) {
    return of(name, values, Optional.empty());
  }

  private static Steps of(String name, double[] values, Optional<Interval> interval) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          name + " has values that are no numbers: leave out what was not measured");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    var median = Percentile.of(sorted, 0.5).stream().mapToDouble(Percentile::ofSample).findFirst();
    return new Steps(name, sorted.length, thinned(sorted), median, interval);
  }

  /** E.g. {@code gemma3: median 312 ms, 90 % interval 300 to 331, n 40}. */
  String words(String unit) {
    var brief = Svg.shortened(name, MOST_LETTERS);
    return median.isEmpty()
        ? brief + ": no values"
        : brief
            + ": median "
            + Figures.FOUR_EACH.of(median.getAsDouble())
            + " "
            + unit
            + interval.map(each -> ", " + Figures.FOUR_EACH.words(each)).orElse("")
            + ", n "
            + n;
  }

  /** What an axis must find room for: an axis of ratios has none for a least value of 0. */
  DoubleStream extent() {
    return steps.stream().mapToDouble(Step::value);
  }

  private static List<Step> thinned(double[] sorted) {
    var steps = new ArrayList<Step>();
    var drawn = 0.0;
    for (var i = 0; i < sorted.length; i++) {
      var last = i == sorted.length - 1;
      if (last || sorted[i + 1] > sorted[i]) {
        var share = (i + 1.0) / sorted.length;
        if (steps.isEmpty() || last || share - drawn >= LEAST_RISE) {
          steps.add(new Step(sorted[i], share));
          drawn = share;
        }
      }
    }
    return steps;
  }
}
