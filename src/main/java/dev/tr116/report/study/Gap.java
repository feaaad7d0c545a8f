package dev.tr116.report.study;

import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much higher the mean of one group of runs is than that of another.
 *
 * @param over mean of the first
 * @param under mean of the second
 * @param difference the first less the second
 * @param interval of the difference, 95 %; nothing with fewer than three runs on a side
 */
record Gap(
    OptionalDouble over,
    OptionalDouble under,
    OptionalDouble difference,
    Optional<Interval> interval) {

  static Gap between(List<StudyRun> first, List<StudyRun> second, Figure figure) {
    var a = Sample.of(first, figure);
    var b = Sample.of(second, figure);
    return new Gap(a.mean(), b.mean(), a.less(b), a.lessInterval(b));
  }

  /** Whether the interval says that they differ. */
  boolean isShown() {
    return interval.isPresent() && !interval.get().contains(0);
  }

  /** The difference in percent of the second; empty where that is not above 0. */
  OptionalDouble relativePercent() {
    return difference.isPresent() && under.getAsDouble() > 0
        ? OptionalDouble.of(100 * difference.getAsDouble() / under.getAsDouble())
        : OptionalDouble.empty();
  }

  /** What the interval says, in words. */
  String verdict() {
    if (interval.isEmpty()) {
      return "not told, under 3 runs on a side";
    }
    return isShown() ? "differ" : "no difference shown";
  }

  /** The interval in brackets; nothing where there is none. */
  String bracket(int decimals) {
    return Amount.of(interval, decimals);
  }
}
