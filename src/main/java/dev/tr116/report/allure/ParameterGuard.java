package dev.tr116.report.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;

/**
 * Keeps the parameters of our tests to our own. Allure adds the test method's arguments, printed as
 * text, and may do so after we have published; of a run, that would be all its answers.
 *
 * <p>Tests that are not ours pass untouched. Public for {@link java.util.ServiceLoader} only.
 */
public final class ParameterGuard implements TestLifecycleListener {
  /** For {@link java.util.ServiceLoader}. */
  public ParameterGuard() {}

  /** Removes what is not ours from the parameters of a test of ours. */
  @Override
  public void beforeTestWrite(TestResult result) {
    if (result.getLabels().stream().anyMatch(l -> Identity.KEY_LABEL.equals(l.getName()))) {
      var parameters = new ArrayList<>(result.getParameters());
      parameters.removeIf(parameter -> !(parameter instanceof RunParameter));
      result.setParameters(parameters);
    }
  }
}
