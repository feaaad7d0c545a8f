package dev.tr116.report;

import dev.tr116.metrics.Loss;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear axis of percent, in pixels; gains stand left of 0.
 *
 * @param left where it starts, px
 * @param width how wide it is, px
 * @param least its left end, percent, a multiple of the step
 * @param most its right end, percent, a multiple of the step
 */
record PercentAxis(double left, double width, int least, int most) {
  private static final int[] STEPS = {10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000};
  private static final int MOST_TICKS = 12;

  /** An axis on which every one of these finds room, and 0 and 100 do. */
  static PercentAxis over(double left, double width, List<Loss> percents) {
    var gains = percents.stream().mapToDouble(PercentAxis::gains).max().orElse(0);
    var step = step(gains, 100 + gains);
    return new PercentAxis(
        left, width, -step * ceiling(gains / step), step * ceiling((100 + gains) / step));
  }

  /** All gains of a loss, as a positive figure. */
  static double gains(Loss loss) {
    return -LossPart.of(loss).stream()
        .mapToDouble(part -> Math.min(0, part.figure().applyAsDouble(loss)))
        .sum();
  }

  double x(double percent) {
    return left + width * (percent - least) / (most - least);
  }

  /** The labelled places. */
  List<Integer> ticks() {
    var step = step(-least, most);
    return IntStream.rangeClosed(least / step, most / step).mapToObj(i -> i * step).toList();
  }

  private static int step(double gains, double most) {
    for (var step : STEPS) {
      if (ceiling(gains / step) + ceiling(most / step) <= MOST_TICKS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /** The next whole number, rounding errors aside. */
  private static int ceiling(double value) {
    return (int) Math.ceil(value - 1e-9);
  }
}
