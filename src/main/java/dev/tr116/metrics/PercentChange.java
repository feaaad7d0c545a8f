package dev.tr116.metrics;

import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How much more, in percent of the baseline, the same work gave with other options; computed in the
 * two ways in which TR116's harnesses did.
 *
 * @param pairs how many runs have both values
 * @param meanOfRuns the mean of each run's percentage (TR116, Python)
 * @param meanOfRunsInterval by bootstrap over runs
 * @param ofMeans the percentage of the two means (TR116, Rust)
 * @param ofMeansInterval by bootstrap over runs
 */
public record PercentChange(
    int pairs,
    OptionalDouble meanOfRuns,
    Optional<Interval> meanOfRunsInterval,
    OptionalDouble ofMeans,
    Optional<Interval> ofMeansInterval) {

  /**
   * One run's value of either side.
   *
   * @param baseline with the baseline options
   * @param chimera with the options under study
   */
  record Pair(double baseline, double chimera) {}

  /** Over pairs, a run's two values kept together; pairs whose baseline is not above 0 are none. */
  static PercentChange of(List<Pair> all) {
    var pairs = all.stream().filter(pair -> pair.baseline() > 0).toList();
    var baseline = pairs.stream().mapToDouble(Pair::baseline).toArray();
    var chimera = pairs.stream().mapToDouble(Pair::chimera).toArray();
    var everyRun = IntStream.range(0, pairs.size()).toArray();
    if (pairs.isEmpty()) {
      return new PercentChange(
          0, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), Optional.empty());
    }
    var bootstrap = new Bootstrap(CellMetrics.SEED);
    return new PercentChange(
        pairs.size(),
        OptionalDouble.of(meanOfRuns(baseline, chimera, everyRun)),
        bootstrap.of(pairs.size(), draw -> meanOfRuns(baseline, chimera, draw)),
        OptionalDouble.of(ofMeans(baseline, chimera, everyRun)),
        bootstrap.of(pairs.size(), draw -> ofMeans(baseline, chimera, draw)));
  }

  /** How much more the second value is, in percent of the first; empty when that is not above 0. */
  public static OptionalDouble between(double baseline, double chimera) {
    return baseline > 0 ? OptionalDouble.of(percent(baseline, chimera)) : OptionalDouble.empty();
  }

  /** How much less, with the same size: TR116's reduction, above 0 where there is less. */
  public PercentChange asReduction() {
    return new PercentChange(
        pairs,
        negative(meanOfRuns),
        meanOfRunsInterval.map(PercentChange::negative),
        negative(ofMeans),
        ofMeansInterval.map(PercentChange::negative));
  }

  private static double meanOfRuns(double[] baseline, double[] chimera, int[] draw) {
    return Arrays.stream(draw).mapToDouble(i -> percent(baseline[i], chimera[i])).sum()
        / draw.length;
  }

  private static double ofMeans(double[] baseline, double[] chimera, int[] draw) {
    return percent(
        Arrays.stream(draw).mapToDouble(i -> baseline[i]).sum(),
        Arrays.stream(draw).mapToDouble(i -> chimera[i]).sum());
  }

  private static double percent(double baseline, double chimera) {
    return 100 * (chimera / baseline - 1);
  }

  private static OptionalDouble negative(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
  }

  private static Interval negative(Interval interval) {
    return new Interval(-interval.high(), -interval.low(), interval.level());
  }
}
