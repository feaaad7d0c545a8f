package dev.tr116.metrics;

import java.util.Optional;

/**
 * Where the time of a cell's runs went, in the mean.
 *
 * @param runs how many runs were split
 * @param millis the mean of each part, ms
 * @param percent the mean of each run's percentage points, so that its W* is the mean true
 *     efficiency
 */
public record CellLoss(int runs, Loss millis, Loss percent) {
  /** The mean over the measured runs with a loss; nothing when none has one. */
  public static Optional<CellLoss> of(CellMetrics cell) {
    var losses = cell.measured().stream().flatMap(run -> run.loss().stream()).toList();
    return Loss.mean(losses)
        .flatMap(
            millis ->
                Loss.mean(losses.stream().map(Loss::inPercent).toList())
                    .map(percent -> new CellLoss(losses.size(), millis, percent)));
  }
}
