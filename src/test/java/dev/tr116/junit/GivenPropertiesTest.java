package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenPropertiesTest {
  @TempDir private Path folder;

  @Test
  void theCommandLineWinsOverTheAnnotationAndThatOverTheFile() throws IOException {
    assertThat(given("runs=1\nseed=1\nwarmup=1", ThreeRuns.class, "tr116.seed=3", "other=4"))
        .containsOnly(
            entry("tr116.runs", "3"),
            entry("tr116.seed", "3"),
            entry("tr116.warmup", "1"),
            entry("tr116.models", "qwen2.5"));
  }

  @Test
  void aPlanGivesWhatIsNotSaidBesideIt() throws IOException {
    assertThat(given("", ThreeRuns.class, "tr116.plan=tr119", "tr116.solo=every"))
        .contains(
            entry("tr116.suites", "scaling"),
            entry("tr116.solo", "every"),
            entry("tr116.runs", "3"),
            entry("tr116.plan", "tr119"));
  }

  @Test
  void aPlanOnTheCommandLineWinsOverTheAnnotation() throws IOException {
    assertThat(given("", ThreeRuns.class, "tr116.plan=tr117"))
        .contains(entry("tr116.models", "qwen2.5,qwen2.5:14b"), entry("tr116.runs", "3"));
  }

  @Test
  void theAnnotationWinsOverAPlanInTheFile() throws IOException {
    assertThat(given("plan=tr117", ThreeRuns.class))
        .contains(
            entry("tr116.models", "qwen2.5"),
            entry("tr116.scenarios", "chimera-homo"),
            entry("tr116.runs", "3"));
  }

  @Test
  void declaredScenariosAreThoseThatRun() throws IOException {
    var given = given("", OwnScenarios.class);

    assertThat(given)
        .containsEntry("tr116.scenario.readers", "collector: num_ctx=512; critic: ")
        .containsEntry("tr116.scenario.pair", "one: ; two: num_gpu=40,temperature=0.1")
        .containsEntry("tr116.scenarios", "readers,pair");
    assertThat(given("", OwnScenarios.class, "tr116.scenarios=pair"))
        .containsEntry("tr116.scenarios", "pair");
  }

  @Test
  void twoScenariosOfOneNameAreRefused() {
    assertThatThrownBy(() -> given("", Doubled.class))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("\"readers\") stands there twice");
  }

  private Map<String, String> given(String file, Class<?> annotated, String... commandLine)
      throws IOException {
    Files.writeString(folder.resolve(GivenProperties.FILE), file);
    var system = new Properties();
    for (var property : commandLine) {
      var equals = property.indexOf('=');
      system.setProperty(property.substring(0, equals), property.substring(equals + 1));
    }
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return GivenProperties.of(
          loader,
          Optional.of(annotated.getAnnotation(AgentBenchmark.class)),
          List.of(annotated.getAnnotationsByType(AgentScenario.class)),
          system);
    }
  }

  @AgentBenchmark(models = "qwen2.5", runs = 3)
  private static final class ThreeRuns {}

  @AgentBenchmark
  @AgentScenario(
      name = "readers",
      agents = {"collector: num_ctx=512", "critic: "})
  @AgentScenario(
      name = "pair",
      agents = {"one: ", "two: num_gpu=40,temperature=0.1"})
  private static final class OwnScenarios {}

  @AgentBenchmark
  @AgentScenario(name = "readers", agents = "collector:")
  @AgentScenario(name = "readers", agents = "insight:")
  private static final class Doubled {}
}
