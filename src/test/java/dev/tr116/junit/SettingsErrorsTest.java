package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Settings that cannot be used fail the class once, with everything that is wrong. */
class SettingsErrorsTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThat(onlyFailure(launch.run(ThreeErrors.class)))
        .startsWith("tr116 cannot start; 3 settings are wrong:")
        .contains("unknown property tr116.modles: did you mean tr116.models?")
        .contains("tr116.runs=many: write a whole number from 1 to 10000")
        .contains("tr116.endpoints=nowhere: 'nowhere' is no server address");
  }

  @Test
  void selectionThatIncludesNoRunFails() {
    launch.set(Property.ONLY, "gemma3/chimera-homo/9");

    assertThat(onlyFailure(launch.run(TwoRuns.class)))
        .contains("tr116.only=gemma3/chimera-homo/9 selects no run")
        .contains("runs 1 to 2 of gemma3/chimera-homo");
  }

  @Test
  void annotationWithATextThatIsNoPropertyFails() {
    assertThat(onlyFailure(launch.run(NoProperty.class)))
        .contains("@AgentBenchmark(properties = \"solo\"): write name=value");
  }

  @Test
  void commandLineMendsWhatTheAnnotationGetsWrong() {
    launch.set(Property.RUNS, 1);

    assertThat(onlyFailure(launch.run(ThreeErrors.class)))
        .startsWith("tr116 cannot start; 2 settings are wrong:")
        .doesNotContain("tr116.runs");
  }

  @Test
  void brokenSessionIsRefusedBeforeServersAreLookedFor() throws IOException {
    Files.createDirectories(results.resolve("taken"));
    Files.writeString(results.resolve("taken").resolve("session.json"), "{}");
    launch.set(Property.SESSION, "taken");
    launch.set(Property.BACKEND, "ollama");
    launch.set(Property.ENDPOINTS, "http://127.0.0.1:1,http://127.0.0.1:2");

    var executed = launch.run(TwoRuns.class);

    assertThat(Outcomes.messages(executed.containerEvents().failed()))
        .singleElement()
        .asString()
        .contains(
            "tr116.session=taken: ",
            "session.json: field session is missing",
            "choose another name")
        .doesNotContain("no Ollama server");
    assertThat(results.resolve("taken").resolve("session.json")).hasContent("{}");
  }

  private String onlyFailure(EngineExecutionResults executed) {
    executed.testEvents().assertThatEvents().isEmpty();
    assertThat(results).isEmptyDirectory();
    var failures = Outcomes.messages(executed.containerEvents().failed());
    assertThat(failures).hasSize(1);
    return failures.getFirst();
  }

  @AgentBenchmark(properties = {"modles=gemma3", "runs=many", "endpoints=nowhere"})
  static class ThreeErrors {
    @DualAgentTest
    void run(DualRun run) {
      throw new AssertionError("nothing may run: " + run);
    }
  }

  @AgentBenchmark(scenarios = "chimera-homo", runs = 2, properties = "backend=scripted")
  static class TwoRuns {
    @DualAgentTest
    void run(DualRun run) {
      throw new AssertionError("nothing may run: " + run);
    }
  }

  @AgentBenchmark(properties = "solo")
  static class NoProperty {
    @DualAgentTest
    void run(DualRun run) {
      throw new AssertionError("nothing may run: " + run);
    }
  }
}
