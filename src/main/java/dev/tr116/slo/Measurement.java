package dev.tr116.slo;

import dev.tr116.plan.RunId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric as a cell or a run measured it.
 *
 * @param value the figure that is judged; empty when nothing was measured
 * @param standardDeviation the spread over runs; empty for one value
 * @param samples how many values the figure stands on
 * @param perRun each run's own value, for naming the worst one
 * @param note what a reader must know about the figure; may be empty
 */
record Measurement(
    OptionalDouble value,
    OptionalDouble standardDeviation,
    int samples,
    List<PerRun> perRun,
    Optional<String> note) {

  /** One run's own value. */
  record PerRun(RunId run, double value) {}
}
