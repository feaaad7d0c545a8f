package dev.tr116.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An axis in pixels, linear or logarithmic.
 *
 * @param logarithmic whether equal ratios have equal lengths
 * @param least the value at its start
 * @param most the value at its end, above the least
 * @param from where it starts, px
 * @param to where it ends, px; above the start for an axis that runs upwards
 * @param ticks the round values that are labelled
 * @param figures how these are written
 */
record Scale(
    boolean logarithmic,
    double least,
    double most,
    double from,
    double to,
    List<Double> ticks,
    Figures figures) {
  private static final int[] FACTORS = {1, 2, 5, 10};
  private static final double MARGIN = 0.03;

  /** From a round value to a round value, with room for all of these. */
  static Scale linear(double[] values, double from, double to, int mostTicks) {
    var sorted = sorted(values);
    var low = sorted.length == 0 ? 0 : sorted[0];
    var high = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
    var size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low <= 1e-9 * size || high == low) {
      var room = size == 0 ? 1 : size * 0.1;
      low -= room;
      high += room;
    }
    var step = step((high - low) / mostTicks);
    var first = Math.floor(low / step + 1e-9);
    var last = Math.ceil(high / step - 1e-9);
    return new Scale(
        false,
        first * step,
        last * step,
        from,
        to,
        multiples((long) first, (long) last, step),
        Figures.stepping(step));
  }

  /** From 1 to a whole number, with whole numbers as labels. */
  static Scale whole(int largest, double from, double to, int mostTicks) {
    var step = (int) Math.max(1, step((largest - 1.0) / mostTicks));
    var ticks =
        IntStream.rangeClosed(1, largest)
            .filter(n -> n == 1 || n % step == 0)
            .mapToObj(n -> (double) n)
            .toList();
    return new Scale(false, 1, largest, from, to, ticks, new Figures(0));
  }

  /** With room for all of these that are above 0. */
  static Scale logarithmic(double[] values, double from, double to, int mostTicks) {
    var sorted = Arrays.stream(sorted(values)).filter(value -> value > 0).toArray();
    var low = sorted.length == 0 ? 1 : sorted[0];
    var high = sorted.length == 0 ? 10 : sorted[sorted.length - 1];
    var room = Math.max(Math.log10(high / low) * MARGIN, 0.01);
    low /= Math.pow(10, room);
    high *= Math.pow(10, room);
    var ticks = high / low < 5 ? even(low, high, mostTicks) : decades(low, high, mostTicks);
    var smallest = ticks.isEmpty() ? low : ticks.getFirst();
    var gap =
        ticks.size() < 2 || high / low >= 5
            ? step(smallest * 0.999)
            : step((ticks.get(1) - ticks.get(0)) * 0.999);
    return new Scale(true, low, high, from, to, ticks, Figures.stepping(Math.min(1, gap)));
  }

  /** An axis with as many of its labels as fit beside each other. */
  static Scale fitting(IntFunction<Scale> axis, int mostTicks) {
    for (var most = mostTicks; most > 1; most--) {
      var scale = axis.apply(most);
      if (scale.labelsFit()) {
        return scale;
      }
    }
    return axis.apply(1);
  }

  /** The place of a value, px; values outside are moved to the edge. */
  double at(double value) {
    var inside = Math.clamp(value, least, most);
    var share =
        logarithmic
            ? Math.log(inside / least) / Math.log(most / least)
            : (inside - least) / (most - least);
    return from + (to - from) * share;
  }

  /** Whether the axis has a place for a value. */
  boolean contains(double value) {
    return value >= least && value <= most;
  }

  /** How a tick is written. */
  String label(double tick) {
    return logarithmic && (most >= 1e4 || most / least >= 1e3)
        ? new Figures(Math.max(0, (int) -Math.floor(Math.log10(tick) + 1e-9))).of(tick)
        : figures.of(tick);
  }

  private boolean labelsFit() {
    for (var i = 1; i < ticks.size(); i++) {
      var room = Math.abs(at(ticks.get(i)) - at(ticks.get(i - 1)));
      var needed =
          (Words.width(label(ticks.get(i)), 12) + Words.width(label(ticks.get(i - 1)), 12)) / 2;
      if (room < needed + 8) {
        return false;
      }
    }
    return true;
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below. */
  private static double step(double least) {
    var power = Math.pow(10, Math.floor(Math.log10(least)));
    for (var factor : FACTORS) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static List<Double> multiples(long first, long last, double step) {
    return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
  }

  private static List<Double> even(double low, double high, int mostTicks) {
    var step = step((high - low) / mostTicks);
    return multiples((long) Math.ceil(low / step), (long) Math.floor(high / step), step);
  }

  /** 1, 2, 5 of every decade, or 1 and 3, or 1 alone, or 1 of some decades. */
  private static List<Double> decades(double low, double high, int mostTicks) {
    for (var factors : new double[][] {{1, 2, 5}, {1, 3}, {1}}) {
      var ticks = decades(low, high, factors, 1);
      if (ticks.size() <= mostTicks) {
        return ticks;
      }
    }
    for (var every = 2; ; every++) {
      var ticks = decades(low, high, new double[] {1}, every);
      if (ticks.size() <= Math.max(1, mostTicks)) {
        return ticks;
      }
    }
  }

  private static List<Double> decades(double low, double high, double[] factors, int every) {
    var first = (int) Math.floor(Math.log10(low));
    var last = (int) Math.ceil(Math.log10(high));
    return IntStream.rangeClosed(first, last)
        .filter(exponent -> Math.floorMod(exponent, every) == 0)
        .mapToObj(exponent -> DoubleStream.of(factors).map(f -> f * Math.pow(10, exponent)))
        .flatMapToDouble(each -> each)
        .filter(tick -> tick >= low && tick <= high)
        .boxed()
        .toList();
  }
}
