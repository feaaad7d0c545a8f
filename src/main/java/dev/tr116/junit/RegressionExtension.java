package dev.tr116.junit;

import dev.tr116.slo.RegressionVerdict;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Compares the session before its regression test is called, and hands over the verdict. */
final class RegressionExtension implements BeforeTestExecutionCallback, ParameterResolver {
  @Override
  public void beforeTestExecution(ExtensionContext context) {
    var session = BenchmarkSession.in(context);
    session.report().identifyComparison();
    if (BenchmarkPlan.of(context).settings().comparison().isEmpty()) {
      throw new TestAbortedException(AbortWords.nothingToCompareWith());
    }
    session.requireGoingOn();
    session.publishComparison();
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
