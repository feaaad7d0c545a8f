package dev.tr116.report.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Has the last look at our tests before Allure writes them.
 *
 * <p>Parameters are kept to our own: Allure adds the test method's arguments, printed as text, and
 * may do so after we have published; of a run, that would be all its answers. Failures are made
 * harmless: they quote servers and models, and the report would run what they say.
 *
 * <p>Tests that are not ours pass untouched, but for failures that came through our code. Public
 * for {@link java.util.ServiceLoader} only.
 */
public final class ResultGuard implements TestLifecycleListener {
  private static final String NO_SESSION = "tr116 cannot start";

  /** For {@link java.util.ServiceLoader}. */
  public ResultGuard() {}

  @Override
  public void beforeTestWrite(TestResult result) {
    if (result.getLabels().stream().anyMatch(l -> Identity.KEY_LABEL.equals(l.getName()))) {
      keepOurParameters(result);
      Optional.ofNullable(result.getStatusDetails()).ifPresent(ResultGuard::makeHarmless);
    } else if (cameThroughUs(result)) {
      makeHarmless(result.getStatusDetails());
      if (String.valueOf(result.getStatusDetails().getMessage()).startsWith(NO_SESSION)) {
        SessionPage.START.applyTo(result);
      }
    }
  }

  /** As of a class whose session cannot start: it quotes servers, and no test of it ever ran. */
  private static boolean cameThroughUs(TestResult result) {
    return result.getStatusDetails() != null
        && String.valueOf(result.getStatusDetails().getTrace()).contains("\tat dev.tr116.");
  }

  private static void keepOurParameters(TestResult result) {
    var parameters = new ArrayList<>(result.getParameters());
    parameters.removeIf(parameter -> !(parameter instanceof RunParameter));
    result.setParameters(parameters);
  }

  private static void makeHarmless(StatusDetails details) {
    Optional.ofNullable(details.getMessage())
        .ifPresent(message -> details.setMessage(HarmlessText.of(message)));
    Optional.ofNullable(details.getTrace())
        .ifPresent(trace -> details.setTrace(HarmlessText.of(trace)));
  }
}
