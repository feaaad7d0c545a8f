package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.slo.CellVerdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run in which a call fails. */
class FailedRunTest {
  private static final Script UNKNOWN_MODEL = Script.status(404, "model 'gemma3:latest' not found");

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server = ScriptedServer.start();

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void isRecordedAndFailsTheTestWithoutCallingIt() throws IOException {
    server.always(UNKNOWN_MODEL);

    var tests = launch.run(TwoRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .hasSize(3)
        .allSatisfy(message -> assertThat(message).doesNotContain("called after all"));
    assertThat(Outcomes.messages(tests.failed()).subList(0, 2))
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("Run failed: ")
                    .contains("model 'gemma3:latest' not found", "recorded: " + results));
    assertThat(Outcomes.messages(tests.failed()).getLast())
        .startsWith("Invalid measurement: no run of gemma3 · chimera-homo was measured whole");
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_1", "run_2");
  }

  @Test
  void leavesTheNextRunAlone() throws IOException {
    // Both seeds of run 1: which agent asks first, and whether the other asks at all, is open.
    server.always(Answers.OF_A_FIFTH_OF_A_SECOND);
    server.when(request -> request.body().matches("(?s).*\"seed\":14[23]\\b.*"), UNKNOWN_MODEL);

    var tests = launch.run(TwoRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Run failed: "),
            second -> assertThat(second).isEqualTo("called after all"));
    assertThat(BenchmarkLaunch.runsRecordedIn(results)).containsExactly("run_1", "run_2");
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 2,
      properties = {"solo=off", "warmup=0"})
  static class TwoRuns {
    @DualAgentTest
    void run() {
      throw new AssertionError("called after all");
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict).holds();
    }
  }
}
