package dev.tr116.junit;

import dev.tr116.plan.Property;
import dev.tr116.slo.RegressionVerdict;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Compares the session before its regression test is called, and hands over the verdict. */
final class RegressionExtension
    implements ExecutionCondition, BeforeTestExecutionCallback, ParameterResolver {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return BenchmarkPlan.of(context).settings().comparison().isPresent()
        ? ConditionEvaluationResult.enabled("a session to compare with is named")
        : ConditionEvaluationResult.disabled(
            "nothing to compare with: set " + Property.COMPARE.key() + " to an earlier session");
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    BenchmarkSession.in(context).publishComparison();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RegressionVerdict.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return BenchmarkSession.in(context).comparison();
  }
}
