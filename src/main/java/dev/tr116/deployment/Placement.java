package dev.tr116.deployment;

import dev.tr116.slo.CellVerdict;

/**
 * Where a cell may be deployed.
 *
 * @param verdict of the cell
 * @param byTrueSpeedup the tier that counts
 * @param byEfficiency the tier by TR116's efficiency alone
 * @param pilot whether a pilot of it may take more traffic
 */
public record Placement(
    CellVerdict verdict, Assignment byTrueSpeedup, Assignment byEfficiency, Pilot pilot) {

  /** The cell's name for people. */
  public String name() {
    return verdict.cell().id().displayName();
  }
}
