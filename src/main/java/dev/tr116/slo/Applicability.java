package dev.tr116.slo;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.Optional;

/** Which objectives say something about a cell; the others are not judged there. */
final class Applicability {
  private static final int AGENTS_OF_TR116 = 2;

  private Applicability() {}

  /**
   * Whether that limit can be held against the cell: what compares agents needs two of them side by
   * side, and TR116's own limit of the speedup is meant for just two.
   */
  static boolean of(SloMetric metric, SloLimit limit, CellMetrics cell) {
    var sideBySide = cell.id().isSideBySide();
    var agents = cell.agents().orElse(AGENTS_OF_TR116);
    return switch (metric) {
      case CONCURRENCY_SPEEDUP ->
          sideBySide && agents > 1 && (agents == AGENTS_OF_TR116 || isTheUsers(metric, limit));
      case EFFICIENCY, CONTENTION_RATE, TRUE_SPEEDUP -> sideBySide && agents > 1;
      case COST_PER_1000, JOULES_PER_TOKEN -> sideBySide;
      case TTFT_P95, ERROR_RATE, DECODE_RATE -> true;
    };
  }

  private static boolean isTheUsers(SloMetric metric, SloLimit limit) {
    return !metric.standard().equals(Optional.of(limit));
  }
}
