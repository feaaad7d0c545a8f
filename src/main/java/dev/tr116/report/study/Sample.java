package dev.tr116.report.study;

import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One figure over several runs, those that have it. */
final class Sample {
  /** The same runs, the same interval. */
  private static final long SEED = 116;

  private final double[] values;
  private final Optional<Distribution> distribution;

  /** Made when it is asked for. */
  private Optional<Optional<Interval>> interval = Optional.empty();

  private Sample(double[] values) {
    this.values = values;
    this.distribution = Distribution.of(values);
  }

  /** A figure over the measured ones of some runs. */
  static Sample of(List<StudyRun> runs, Figure figure) {
    return runs instanceof Runs group ? group.sample(figure) : over(runs, figure);
  }

  /** The same, made anew. */
  static Sample over(List<StudyRun> runs, Figure figure) {
    return new Sample(
        runs.stream()
            .filter(StudyRun::isMeasured)
            .flatMapToDouble(run -> run.figure(figure).stream())
            .sorted()
            .toArray());
  }

  int n() {
    return values.length;
  }

  double[] values() {
    return values.clone();
  }

  Optional<Distribution> distribution() {
    return distribution;
  }

  OptionalDouble mean() {
    return figure(distribution.map(Distribution::mean));
  }

  OptionalDouble standardDeviation() {
    return distribution.map(Distribution::standardDeviation).orElse(OptionalDouble.empty());
  }

  OptionalDouble min() {
    return figure(distribution.map(Distribution::min));
  }

  OptionalDouble max() {
    return figure(distribution.map(Distribution::max));
  }

  OptionalDouble range() {
    return figure(distribution.map(d -> d.max() - d.min()));
  }

  OptionalDouble coefficientOfVariation() {
    return distribution.map(Distribution::coefficientOfVariation).orElse(OptionalDouble.empty());
  }

  Optional<Percentile> percentile(double share) {
    return Percentile.of(values, share);
  }

  /** The 95 % interval of the mean; nothing with fewer than three values. */
  Optional<Interval> interval() {
    if (interval.isEmpty()) {
      interval = Optional.of(new Bootstrap(SEED).ofMean(values));
    }
    return interval.get();
  }

  /** The 95 % interval of this mean less another's; nothing where one has under three values. */
  Optional<Interval> lessInterval(Sample other) {
    return new Bootstrap(SEED).ofDifference(other.values, values);
  }

  /** This mean less another's; empty where one is. */
  OptionalDouble less(Sample other) {
    return n() == 0 || other.n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(mean().getAsDouble() - other.mean().getAsDouble());
  }

  /** The mean of the values' sizes, whatever their sign. */
  OptionalDouble meanSize() {
    return Arrays.stream(values).map(Math::abs).average();
  }

  private static OptionalDouble figure(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
