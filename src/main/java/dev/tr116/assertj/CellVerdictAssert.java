package dev.tr116.assertj;

import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import org.assertj.core.api.AbstractAssert;
import org.opentest4j.TestAbortedException;

/** Assertions on a cell's verdict. */
public final class CellVerdictAssert extends AbstractAssert<CellVerdictAssert, CellVerdict> {
  CellVerdictAssert(CellVerdict actual) {
    super(actual, CellVerdictAssert.class);
  }

  /**
   * Fails on an enforced violation and when nothing was measured whole; aborts the test when the
   * measurement cannot tell. A violation that is not enforced passes: it stands in the report.
   */
  public CellVerdictAssert holds() {
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

  /** Fails on any violation, enforced or not. */
  public CellVerdictAssert hasNoViolation() {
    isNotNull();
    if (!actual.violations().isEmpty()) {
      failWithMessage("%s", dev.tr116.slo.SloViolation.message(actual));
    }
    return this;
  }
}
