package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.Terminator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Events;

/** Sessions whose server changes between two runs. */
@Timeout(120)
class FaultySessionTest {
  private static final Model GEMMA = Model.named("gemma3");
  private static final Duration LONG = Duration.ofSeconds(10);

  private static final Script COLD =
      Script.answer()
          .after(Duration.ofMillis(400))
          .text("late ")
          .texts(3, Duration.ofMillis(20), "and ")
          .done(
              Terminator.of("stop")
                  .load(Duration.ofMillis(300))
                  .prompt(20, Duration.ofMillis(90))
                  .eval(4, Duration.ofMillis(60))
                  .totalWithQueue(Duration.ZERO));

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private ScriptedServer server = start(0);

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
  }

  @AfterEach
  void closeServer() {
    Between.forget();
    server.close();
  }

  @Test
  void goOnWhenTheServerIsRestarted() throws IOException {
    var port = server.endpoint().getPort();
    Between.runs(
        server::close,
        () -> server = start(port),
        () -> {
          server.close();
          server = start(port);
        });

    var tests = launch.run(FourRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .startsWith("Run failed: ")
        .contains("nothing answers at " + server.endpoint(), "start it with `ollama serve`");
    assertThat(outcomes(tests))
        .as("of the runs; the third and the fourth have a server that remembers nobody")
        .containsExactly("SUCCESSFUL", "FAILED", "SUCCESSFUL", "SUCCESSFUL");
    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .containsExactly("run_1", "run_2", "run_3", "run_4");
  }

  @Test
  void tellTheRunThatPaidForAModelThatWasUnloadedBeforeIt() throws IOException {
    server.version("0.24.0").clock(Duration.ZERO);
    launch.set(Property.RERUN, "off");
    Between.runs(
        () -> {
          unload();
          server.always(COLD);
        },
        () -> server.always(Answers.OF_A_FIFTH_OF_A_SECOND),
        () -> {});

    var tests = launch.run(FourRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .startsWith("Run invalid: collector was cold: its server loaded the model for 300 ms")
        .contains(
            "gemma3:latest of collector was loaded anew at " + server.endpoint(),
            "the server had put it out of memory before the run");
    assertThat(outcomes(tests)).containsExactly("SUCCESSFUL", "FAILED", "SUCCESSFUL", "SUCCESSFUL");
    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .containsExactly("run_1", "run_2", "run_3", "run_4");
  }

  private static ScriptedServer start(int port) {
    return ScriptedServer.start(port, GEMMA).always(Answers.OF_A_FIFTH_OF_A_SECOND);
  }

  private void unload() {
    try (var inspector = new OllamaInspector()) {
      inspector.unload(server.endpoint(), GEMMA, LONG);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> outcomes(Events tests) {
    return tests.finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class).getStatus().name())
        .toList();
  }

  /** What happens after the first run, the second one and so on, however they end. */
  static final class Between implements TestWatcher {
    private static final Deque<Runnable> NEXT = new ConcurrentLinkedDeque<>();

    static void runs(Runnable... events) {
      NEXT.addAll(List.of(events));
    }

    static void forget() {
      NEXT.clear();
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
      next();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
      next();
    }

    private static void next() {
      var event = NEXT.poll();
      if (event != null) {
        event.run();
      }
    }
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 4,
      properties = {"solo=off", "warmup=0"})
  @ExtendWith(Between.class)
  static class FourRuns {
    @DualAgentTest
    void run() {
      // Measured; what becomes of the server is what it is about.
    }
  }
}
