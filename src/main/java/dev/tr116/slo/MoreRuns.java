package dev.tr116.slo;

import java.util.OptionalInt;

/** How many more runs would decide, as far as the spread seen so far tells. */
final class MoreRuns {
  /** More than this is no advice. */
  static final int MOST = 1000;

  private MoreRuns() {}

  /**
   * An interval narrows with the root of the number of runs: so many more until it ends at the
   * limit.
   *
   * @param runs measured so far
   * @param arm from the mean to the interval's end on the limit's side
   * @param distance from the mean to the limit
   * @return nothing when it is more than {@link #MOST}, or the mean is the limit
   */
  static OptionalInt untilApart(int runs, double arm, double distance) {
    var ratio = arm / distance;
    return atMost(Math.ceil(runs * ratio * ratio) - runs);
  }

  /**
   * So many runs as bring the calls that are missing.
   *
   * @return nothing when it is more than {@link #MOST}, or a run brings none
   */
  static OptionalInt forCalls(double missing, int callsPerRun) {
    return atMost(Math.ceil(missing / callsPerRun));
  }

  private static OptionalInt atMost(double more) {
    return more <= MOST ? OptionalInt.of(Math.max(1, (int) more)) : OptionalInt.empty();
  }
}
