package dev.tr116.junit;

import dev.tr116.preflight.PreflightException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a benchmark class run when its preflight found nothing against it. Otherwise the class fails
 * with every reason: a benchmark that cannot measure must not end as skipped in a green build.
 */
final class PreflightCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent() || context.getTestClass().isEmpty()) {
      return ConditionEvaluationResult.enabled("the preflight is made once for the class");
    }
    try {
      var report = BenchmarkSession.in(context).preflight();
      return ConditionEvaluationResult.enabled("preflight: " + report.summary());
    } catch (PreflightException found) {
      throw found;
    } catch (RuntimeException noSession) {
      // The store keeps it and throws it again in beforeAll, without this condition's name before.
      return ConditionEvaluationResult.enabled("no preflight: " + noSession.getMessage());
    }
  }
}
