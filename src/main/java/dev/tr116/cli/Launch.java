package dev.tr116.cli;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Executes a benchmark class with JUnit, in this JVM. */
final class Launch {
  /** Where Allure writes; nobody who has not named a folder gets one into the current folder. */
  private static final String ALLURE = "allure.results.directory";

  private Launch() {}

  static Outcomes of(Class<?> benchmark) {
    var outcomes = new Outcomes();
    var config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(System.getProperty(ALLURE) != null)
            .build();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(benchmark))
            .build();
    LauncherFactory.create(config).execute(request, outcomes);
    return outcomes;
  }
}
