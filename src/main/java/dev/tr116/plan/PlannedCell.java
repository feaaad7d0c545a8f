package dev.tr116.plan;

import java.util.List;

/**
 * A cell with the runs that were selected of it.
 *
 * @param id its identity
 * @param runs at least one
 */
public record PlannedCell(CellId id, List<PlannedRun> runs) {
  public PlannedCell {
    runs = List.copyOf(runs);
  }
}
