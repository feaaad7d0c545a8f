package dev.tr116.report.allure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.report.SampleRun;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a small test class with an Allure of its own and reads what Allure wrote.
 *
 * @param directory where this Allure writes to
 */
record AllureTrial(Path directory) {
  private static final String RESULTS_DIRECTORY = "allure.results.directory";
  private static final String MODELS = "trial.models";

  /** Runs the class; its parameterized tests get two runs of each model, in that order. */
  List<JsonNode> run(Class<?> testClass, String models) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(testClass))
            .configurationParameter(MODELS, models)
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .build();
    within(() -> LauncherFactory.create().execute(request));
    return results();
  }

  /** Does something while Allure writes to the directory. */
  void within(Runnable action) {
    var lifecycle = Allure.getLifecycle();
    var before = Optional.ofNullable(System.getProperty(RESULTS_DIRECTORY));
    System.setProperty(RESULTS_DIRECTORY, directory.toString());
    Allure.setLifecycle(new AllureLifecycle());
    try {
      action.run();
    } finally {
      Allure.setLifecycle(lifecycle);
      before.ifPresentOrElse(
          path -> System.setProperty(RESULTS_DIRECTORY, path),
          () -> System.clearProperty(RESULTS_DIRECTORY));
    }
  }

  /** The content of an attachment. */
  String content(JsonNode attachment) {
    return read(directory.resolve(attachment.get("source").asText()));
  }

  /** The arguments of a parameterized test, inside. */
  static List<Arguments> arguments(String models) {
    return List.of(models.split(",")).stream()
        .flatMap(
            model ->
                List.of(1, 2).stream()
                    .map(number -> Arguments.of(SampleRun.planned(model, number))))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> results() {
    try (var files = Files.newDirectoryStream(directory, "*-result.json")) {
      var mapper = new JsonMapper();
      var results = new ArrayList<JsonNode>();
      for (var file : files) {
        results.add(mapper.readTree(file.toFile()));
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a parameterized test the runs the trial asks for. */
  static final class Runs implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return arguments(context.getConfigurationParameter(MODELS).orElseThrow()).stream();
    }
  }
}
