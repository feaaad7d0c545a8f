package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/** A benchmark class with a regression test, run twice. */
class RegressionGateTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  /** Four runs that are measured once and copied for each test that compares with them. */
  @TempDir private static Path measured;

  private static final String KEPT = "before";

  @TempDir private Path results;

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
  }

  @Test
  void isAbortedWithTheReasonWhereNothingIsNamed() {
    launch.set(Property.RUNS, 1);

    var tests = launch.run(Gated.class).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(1).aborted(1));
    assertThat(Outcomes.messages(tests.aborted()))
        .containsExactly(
            "Not needed: nothing to compare with; set tr116.compare to an earlier session");
  }

  @Test
  void tooFewRunsAreAbortedWithHowManyWouldDo() {
    measure("before", 3);

    var tests = compare("after", 3).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(3).aborted(1).failed(0));
    assertThat(Outcomes.messages(tests.aborted()))
        .singleElement()
        .asString()
        .startsWith("Inconclusive: 6 of 6 figures cannot be told from session before")
        .contains("it needs 4 on each side, set tr116.runs=4");
  }

  @Test
  void sessionAlikeIsNotWorseAndTheTableIsWritten() {
    measure("before", 4);
    launch.set(Property.COMPARE_MIN_EFFECT, 99);

    var tests = compare("after", 4).testEvents();

    assertThat(Outcomes.messages(tests.failed())).isEmpty();
    assertThat(started(tests)).endsWith("regression(RegressionVerdict)");
    assertThat(results.resolve("after").resolve("comparison.md"))
        .content()
        .startsWith("# Session after against before: ")
        .contains("gemma3 · chimera-homo | wall time, ms")
        .doesNotContain("REGRESSED");
    assertThat(results.resolve("after").resolve("comparison.json")).isNotEmptyFile();
    assertThat(launch.console()).contains("[tr116] compared with session before  ");
  }

  @Test
  void slowerSessionFailsWhereObjectivesAreEnforced() throws IOException {
    measure("before", 4);
    makeWallsATenth("before");
    launch.set(Property.SLO_ENFORCE, true);

    var tests = compare("after", 4).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(4).failed(1));
    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .startsWith("Regression: ")
        .contains(" of 6 figures are worse than in session before")
        .contains("gemma3 · chimera-homo: wall time +", ": worse", "comparison.md")
        .contains(results.resolve("before").resolve("multi").toString());
  }

  @Test
  void slowerSessionIsOnlyReportedOnStandIns() throws IOException {
    measure("before", 4);
    makeWallsATenth("before");

    var tests = compare("after", 4).testEvents();

    tests.assertStatistics(counts -> counts.succeeded(5));
    assertThat(launch.console())
        .contains("compared with session before  FAIL (not enforced, see tr116.slo.enforce): ")
        .contains("gemma3 · chimera-homo: wall time +");
  }

  @Test
  void classWithoutTheTestIsComparedAllTheSame() {
    measure("before", 3);
    launch.set(Property.RUNS, 3);
    launch.set(Property.SESSION, "after");
    launch.set(Property.COMPARE, "before");

    launch.run(RunsOnly.class).testEvents().assertStatistics(counts -> counts.succeeded(3));

    assertThat(results.resolve("after").resolve("comparison.md")).isNotEmptyFile();
  }

  @Test
  void unlikeSessionIsRefusedBeforeAnythingIsMeasured() throws IOException {
    measure("before", 1);
    var record = results.resolve("before").resolve("session.json");
    Files.writeString(
        record, Files.readString(record).replaceFirst("\"cpu\" : \"[^\"]*\"", "\"cpu\" : \"Z80\""));
    launch.set(Property.SEED, 7);

    var executed = compare("after", 1);

    assertThat(onlyFailure(executed))
        .contains("tr116.compare=before was measured under other conditions: cpu: ")
        .contains(" here, Z80 there")
        .contains("tr116.seed: 7 here, 42 there");
    assertThat(results.resolve("after")).doesNotExist();
  }

  @Test
  void missingSessionIsRefusedBeforeServersAreLookedForWithWhatIsThere() {
    measure("before", 1);
    launch.set(Property.BACKEND, "ollama");
    launch.set(Property.ENDPOINTS, "http://127.0.0.1:1,http://127.0.0.1:2");
    launch.set(Property.SESSION, "after");
    launch.set(Property.COMPARE, "befroe");

    assertThat(onlyFailure(launch.run(Gated.class)))
        .contains("tr116.compare: " + results.resolve("befroe") + " holds no session")
        .contains(results + " has before")
        .doesNotContain("no Ollama server");
  }

  @Test
  void brokenSessionIsRefusedWithFileAndField() throws IOException {
    measure("before", 1);
    var record = records("before").getFirst();
    Files.writeString(
        record, Files.readString(record).replace("\"concurrent_wall_time_ms\"", "\"wall\""));

    assertThat(onlyFailure(compare("after", 1)))
        .contains(record + ": field summary.concurrent_wall_time_ms is missing");
  }

  @Test
  void sessionWithoutRunsIsRefused() throws IOException {
    measure("before", 1);
    for (var record : records("before")) {
      Files.delete(record);
    }

    assertThat(onlyFailure(compare("after", 1))).contains("before holds no run");
  }

  /** Puts the first runs of one kept session there under that name. */
  private void measure(String session, int runs) {
    if (!Files.exists(measured.resolve(KEPT))) {
      launch.set(Property.RESULTS, measured);
      launch.set(Property.RUNS, 4);
      launch.set(Property.SESSION, KEPT);
      launch.run(Gated.class).testEvents().assertStatistics(counts -> counts.succeeded(4));
      launch.set(Property.RESULTS, results);
    }
    copy(measured.resolve(KEPT), results.resolve(session), runs);
  }

  private static void copy(Path from, Path to, int runs) {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var folder = file.getParent().getFileName().toString();
        if (!folder.startsWith("run_") || Integer.parseInt(folder.substring(4)) <= runs) {
          var copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private EngineExecutionResults compare(String session, int runs) {
    launch.set(Property.RUNS, runs);
    launch.set(Property.SESSION, session);
    launch.set(Property.COMPARE, "before");
    return launch.run(Gated.class);
  }

  private static String onlyFailure(EngineExecutionResults executed) {
    executed.testEvents().assertThatEvents().isEmpty();
    var failures = Outcomes.messages(executed.containerEvents().failed());
    assertThat(failures).hasSize(1);
    return failures.getFirst();
  }

  private static List<String> started(Events tests) {
    return tests.started().map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  private void makeWallsATenth(String session) throws IOException {
    for (var record : records(session)) {
      Files.writeString(
          record,
          Files.readString(record)
              .replaceFirst("(\"concurrent_wall_time_ms\" : \\d+)\\d\\.", "$1."));
    }
  }

  private List<Path> records(String session) throws IOException {
    try (var files = Files.walk(results.resolve(session))) {
      return files.filter(file -> file.endsWith("metrics.json")).toList();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"backend=scripted", "solo=off", "warmup=0"})
  static class Gated {
    @RegressionTest
    void regression(RegressionVerdict verdict) {
      assertThat(verdict).holds();
    }

    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"backend=scripted", "solo=off", "warmup=0"})
  static class RunsOnly {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
