package dev.tr116.plan;

import java.nio.file.Path;

/**
 * The identity of one run.
 *
 * @param cell the cell it belongs to
 * @param number from 1
 */
public record RunId(CellId cell, int number) {
  public RunId {
    if (number < 1) {
      throw new IllegalArgumentException("runs are numbered from 1, not " + number);
    }
  }

  /** A key that is stable whatever else runs beside this run. */
  public String key() {
    return cell.key() + "/run_" + number;
  }

  /** What {@code tr116.only} takes to choose this run, e.g. {@code gemma3/chimera-homo/2}. */
  public String selector() {
    return cell.selector() + "/" + number;
  }

  /** Where the run is kept below the session's folder. */
  public Path directory() {
    return cell.directory().resolve("run_" + number);
  }

  @Override
  public String toString() {
    return cell.displayName() + " · run " + number;
  }
}
