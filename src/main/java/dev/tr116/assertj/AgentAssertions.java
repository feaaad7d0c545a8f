package dev.tr116.assertj;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.trace.DualRun;
import org.assertj.core.api.Assertions;

/**
 * The entry to all assertions, AssertJ's own included: {@code import static
 * dev.tr116.assertj.AgentAssertions.assertThat}.
 */
public final class AgentAssertions extends Assertions {
  private AgentAssertions() {}

  /** Assertions on one run. */
  public static DualRunAssert assertThat(DualRun actual) {
    return new DualRunAssert(actual);
  }

  /** Assertions on all runs of a cell. */
  public static CellMetricsAssert assertThat(CellMetrics actual) {
    return new CellMetricsAssert(actual);
  }

  /** Assertions on a cell's verdict. */
  public static CellVerdictAssert assertThat(CellVerdict actual) {
    return new CellVerdictAssert(actual);
  }

  /** Assertions on a session that was compared with an earlier one. */
  public static RegressionVerdictAssert assertThat(RegressionVerdict actual) {
    return new RegressionVerdictAssert(actual);
  }

  /** Assertions on a session's checklist. */
  public static ChecklistAssert assertThat(Checklist actual) {
    return new ChecklistAssert(actual);
  }
}
