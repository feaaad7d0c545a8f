package dev.tr116.deployment;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.slo.CellVerdict;
import java.util.Optional;

/** What a cell must have before anything is said about it. */
final class Support {
  private static final int FEWEST_AGENTS = 2;

  private Support() {}

  /** Why nothing can be said; empty where something can. */
  static Optional<String> missing(CellVerdict verdict) {
    var cell = verdict.cell();
    var measured = cell.measured().size();
    if (!verdict.backend().isReal()) {
      return Optional.of(
          "measured on " + verdict.backend().phrase() + ", which says nothing about the model");
    }
    if (cell.agents().orElse(0) < FEWEST_AGENTS) {
      return Optional.of("no two agents ran side by side");
    }
    return measured < CellVerdict.FEWEST_RUNS
        ? Optional.of(
            measured
                + (measured == 1 ? " measured run" : " measured runs")
                + ", at least "
                + CellVerdict.FEWEST_RUNS
                + " are needed")
        : Optional.empty();
  }

  /** Why there is no true speedup with an interval. */
  static String noTrueSpeedup(CellVerdict verdict) {
    var missing = verdict.cell().missing(DualRunMetrics::trueSpeedup);
    return verdict.cell().measured().stream()
        .flatMap(run -> run.trueSpeedupMissing().stream())
        .findFirst()
        .map(reason -> "no true speedup in " + missing + " of the measured runs: " + reason)
        .orElse("too few runs have a true speedup");
  }
}
