package dev.tr116.report.chart;

import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A figure as a chart shows it.
 *
 * @param value the figure, mostly a mean; empty where nothing was measured
 * @param interval what it lies in; empty where there were too few runs
 * @param n of how many runs
 * @param runs what each run measured, as far as it is to be shown
 * @param missing why there is no figure, in a few words
 */
public record Estimate(
    OptionalDouble value,
    Optional<Interval> interval,
    int n,
    List<Double> runs,
    Optional<String> missing) {

  public Estimate {
    runs = List.copyOf(runs);
    Stream.concat(runs.stream(), value.stream().boxed()).forEach(Estimate::mustBeFinite);
    if (n < 0 || (value.isPresent() && n == 0)) {
      throw new IllegalArgumentException(value + " of " + n + " runs: say of how many it is");
    }
  }

  /** A figure of the runs that are given. */
  public static Estimate of(double value, Optional<Interval> interval, List<Double> runs) {
    return of(value, interval, runs.size(), runs);
  }

  /** A figure of {@code n} runs, of which those given are shown. */
  public static Estimate of(double value, Optional<Interval> interval, int n, List<Double> runs) {
    return new Estimate(OptionalDouble.of(value), interval, n, runs, Optional.empty());
  }

  /** No figure, and why. */
  public static Estimate missing(String why) {
    return new Estimate(OptionalDouble.empty(), Optional.empty(), 0, List.of(), Optional.of(why));
  }

  /** Everything an axis must find room for; ends of an interval that are infinite are not. */
  Stream<Double> extent() {
    return Stream.of(
            value.stream().boxed(),
            interval.stream().flatMap(i -> Stream.of(i.low(), i.high())),
            runs.stream())
        .flatMap(each -> each)
        .filter(Double::isFinite);
  }

  /** In words, e.g. {@code 98.1 %, 95 % interval 97.2 to 98.9, n 5}. */
  String words(Figures figures, String unit) {
    return value.isEmpty()
        ? "not measured" + missing.map(why -> ": " + why).orElse("")
        : figures.of(value.getAsDouble())
            + (unit.isEmpty() ? "" : " " + unit)
            + ", "
            + interval.map(figures::words).orElse("no interval")
            + ", n "
            + n;
  }

  private static void mustBeFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " cannot be drawn: leave out what has no figure");
    }
  }
}
