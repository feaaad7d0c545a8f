package dev.tr116.junit;

import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;

/** Why a test was not carried out; each begins with a phrase that the report's categories know. */
final class AbortWords {
  private AbortWords() {}

  /** An optional run, when its cell is decided. */
  static String decided(PlannedRun planned) {
    return "Not needed: the objectives of "
        + planned.id().cell().displayName()
        + " are decided, as far as "
        + Property.RUNS.key()
        + "="
        + planned.runsOfCell()
        + " can decide them";
  }

  /** The regression test of a session that is compared with none. */
  static String nothingToCompareWith() {
    return "Not needed: nothing to compare with; set "
        + Property.COMPARE.key()
        + " to an earlier session";
  }

  /** The verdict of a cell whose runs were left out. */
  static String noRunOf(CellId cell) {
    return "Inconclusive: no run of "
        + cell.displayName()
        + " was measured in this session; run the whole class";
  }

  /** Whatever comes after the request to end. */
  static String interrupted() {
    return "Interrupted: not measured; the session can be gone on with";
  }

  /** The checklist of a session without runs. */
  static String noRun() {
    return "Inconclusive: no run was measured in this session; run the whole class";
  }
}
