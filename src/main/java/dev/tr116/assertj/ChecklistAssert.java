package dev.tr116.assertj;

import dev.tr116.slo.Checklist;
import dev.tr116.slo.ChecklistItem.State;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a session's checklist. */
public final class ChecklistAssert extends AbstractAssert<ChecklistAssert, Checklist> {
  ChecklistAssert(Checklist actual) {
    super(actual, ChecklistAssert.class);
  }

  /**
   * Fails where an item of integrity fails, and where any item fails on a real server or with
   * {@code tr116.slo.enforce=true}. Other failures stand in the report.
   */
  public ChecklistAssert holds() {
    isNotNull();
    if (!actual.violations().isEmpty()) {
      failWithMessage("%s", actual.message());
    }
    return this;
  }

  /** Fails on any item that fails. */
  public ChecklistAssert hasNoFailure() {
    isNotNull();
    if (!actual.in(State.FAIL).isEmpty()) {
      failWithMessage("%s", actual.message());
    }
    return this;
  }
}
