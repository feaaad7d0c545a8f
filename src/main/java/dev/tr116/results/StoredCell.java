package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedCell;
import dev.tr116.slo.CellVerdict;
import java.util.List;

/**
 * One cell of a stored session.
 *
 * @param planned what was to be measured
 * @param verdict of what was, by the session's objectives
 * @param runs every run that is recorded, in the order of their numbers
 * @param again the second times of runs that were outliers
 */
public record StoredCell(
    PlannedCell planned, CellVerdict verdict, List<KeptBlock> runs, List<KeptBlock> again) {
  public StoredCell {
    runs = List.copyOf(runs);
    again = List.copyOf(again);
  }

  /** Its identity. */
  public CellId id() {
    return planned.id();
  }

  /** What its runs mean together. */
  public CellMetrics metrics() {
    return verdict.cell();
  }
}
