package dev.tr116.junit;

import dev.tr116.slo.Checklist;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Goes through the session's checklist before its test is called, and hands it over. */
final class ChecklistExtension implements BeforeTestExecutionCallback, ParameterResolver {
  @Override
  public void beforeTestExecution(ExtensionContext context) {
    var session = BenchmarkSession.in(context);
    session.report().identifyChecklist();
    session.requireGoingOn();
    var checklist =
        session.checklist().orElseThrow(() -> new TestAbortedException(AbortWords.noRun()));
    session.report().publish(checklist);
    context.getStore(BenchmarkPlan.NAMESPACE).put(Checklist.class, checklist);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Checklist.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var checklist = context.getStore(BenchmarkPlan.NAMESPACE).get(Checklist.class, Checklist.class);
    if (checklist == null) {
      throw new org.junit.jupiter.api.extension.ParameterResolutionException(
          "a Checklist is known only inside the test method: take it as a parameter there");
    }
    return checklist;
  }
}
