package dev.tr116.assertj;

import dev.tr116.slo.Change;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.RegressionVerdict;
import org.assertj.core.api.AbstractAssert;
import org.opentest4j.TestAbortedException;

/** Assertions on a session that was compared with an earlier one. */
public final class RegressionVerdictAssert
    extends AbstractAssert<RegressionVerdictAssert, RegressionVerdict> {
  RegressionVerdictAssert(RegressionVerdict actual) {
    super(actual, RegressionVerdictAssert.class);
  }

  /**
   * Fails on an enforced regression and when a cell may not be compared; aborts the test when the
   * runs cannot tell. A regression that is not enforced passes: it stands in the report.
   */
  public RegressionVerdictAssert holds() {
    isNotNull();
    var enforcedFailure = actual.outcome() == Outcome.FAIL && actual.enforced();
    if (enforcedFailure || actual.outcome() == Outcome.INVALID) {
      failWithMessage("%s", actual.message());
    }
    if (actual.outcome() == Outcome.INCONCLUSIVE) {
      throw new TestAbortedException(actual.message());
    }
    return this;
  }

  /** Fails on any regression, enforced or not. */
  public RegressionVerdictAssert hasNoRegression() {
    isNotNull();
    if (!actual.changed(Change.REGRESSED).isEmpty()) {
      failWithMessage("%s", actual.message());
    }
    return this;
  }
}
