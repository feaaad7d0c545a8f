package dev.tr116.slo;

import dev.tr116.plan.RunId;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import dev.tr116.statistics.Proportion;
import java.util.List;
import java.util.Optional;

/** One metric as a cell measured it. */
sealed interface Measurement {
  /** Each run's own value, for naming the worst one. */
  List<PerRun> perRun();

  /** One run's own value. */
  record PerRun(RunId run, double value) {}

  /**
   * A figure of each run, judged by its mean.
   *
   * @param sample over the runs; nothing when none has it
   * @param interval of the mean; nothing with too few runs
   */
  record Mean(Optional<Distribution> sample, Optional<Interval> interval, List<PerRun> perRun)
      implements Measurement {}

  /**
   * The TTFT of each call, judged by its 95th percentile.
   *
   * @param p95 nothing when no call has a TTFT
   * @param calls their TTFT, ms
   * @param callsPerRun how many calls one more run brings
   */
  record Tail(Optional<Percentile> p95, List<Double> calls, int callsPerRun, List<PerRun> perRun)
      implements Measurement {}

  /**
   * Events that are counted.
   *
   * @param part nothing when there was no trial
   */
  record Share(Optional<Proportion> part, List<PerRun> perRun) implements Measurement {}
}
