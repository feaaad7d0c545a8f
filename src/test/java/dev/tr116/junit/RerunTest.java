package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Property;
import dev.tr116.server.script.ReceivedRequest;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.Terminator;
import dev.tr116.slo.CellVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run that lies far from the others of its cell. */
class RerunTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server = ScriptedServer.start().always(reporting(100));

  @BeforeEach
  void measureThatServer() {
    // The collector's throughput in run 2 is half of that in the others, the first time.
    var slow = reporting(200);
    server.when(this::isTheFirstCallOfRunTwo, slow);
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void isMeasuredOnceMoreAndBothResultsAreKept() throws IOException {
    launch.set(Property.RERUN, "outliers");

    launch.run(FourRuns.class);

    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .contains("run_1", "run_2", "run_2_again", "run_3", "run_4");
    var again = json("run_2_again/metrics.json");
    assertThat(again.path("run_number").intValue()).isEqualTo(2);
    assertThat(again.path("rerun_because").get(0).textValue()).isEqualTo("collector throughput");
    assertThat(json("run_2/metrics.json").path("rerun_because")).isEmpty();
    var summary = json("summary.json");
    assertThat(summary.path("runs_recorded").intValue()).isEqualTo(4);
    assertThat(summary.at("/metrics/collector_throughput_tok_s/min").doubleValue())
        .as("the cell keeps its first figures")
        .isEqualTo(50);
    var rerun = summary.path("reruns").get(0);
    assertThat(rerun.path("role").textValue()).isEqualTo("collector");
    assertThat(rerun.path("figure").textValue()).isEqualTo("throughput");
    assertThat(rerun.path("first").doubleValue()).isEqualTo(50);
    assertThat(rerun.path("again").doubleValue()).isEqualTo(100);
    assertThat(rerun.path("outlier_again").booleanValue()).isFalse();
    assertThat(launch.console())
        .contains("gemma3 · chimera-homo · run 2/4 again: collector throughput");
  }

  @Test
  void isNotMeasuredAgainOnAStandInUnlessThatIsAskedFor() throws IOException {
    launch.set(Property.RERUN, "off");

    launch.run(FourRuns.class);

    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .containsExactly("run_1", "run_2", "run_3", "run_4");
    assertThat(json("summary.json").path("reruns")).isEmpty();
  }

  @Test
  void isMeasuredAgainOnlyOnceHoweverOftenTheCellIsJudgedAndWithoutAVerdictTestToo()
      throws IOException {
    launch.set(Property.RERUN, "outliers");

    launch.run(JudgedTwice.class);
    var prompts = server.prompts().size();
    launch.set(Property.SESSION, "t");
    server.when(this::isTheFirstCallOfRunTwoAfterThat, reporting(200));
    launch.run(RunsOnly.class);

    var recorded = BenchmarkLaunch.runsRecordedIn(results.resolve("s"));
    assertThat(recorded).contains("run_2_again");
    assertThat(prompts)
        .as("prompts of two agents in each of %s", recorded)
        .isEqualTo(2 * recorded.size());
    assertThat(BenchmarkLaunch.runsRecordedIn(results.resolve("t"))).contains("run_2_again");
  }

  private boolean isTheFirstCallOfRunTwoAfterThat(ReceivedRequest request) {
    return request.body().contains("\"seed\":242")
        && server.prompts().stream().filter(p -> p.body().contains("\"seed\":242")).count() == 3;
  }

  private boolean isTheFirstCallOfRunTwo(ReceivedRequest request) {
    return request.body().contains("\"seed\":242")
        && server.prompts().stream().filter(p -> p.body().contains("\"seed\":242")).count() == 1;
  }

  private static Script reporting(long evalMillis) {
    return Script.answer()
        .after(Duration.ofMillis(100))
        .text("word ")
        .texts(5, Duration.ofMillis(evalMillis / 5), "word ")
        .done(
            Terminator.of("stop")
                .prompt(20, Duration.ofMillis(90))
                .eval(10, Duration.ofMillis(evalMillis))
                .totalWithQueue(Duration.ZERO));
  }

  private com.fasterxml.jackson.databind.JsonNode json(String file) throws IOException {
    try (var files = Files.walk(results)) {
      var found = files.filter(each -> each.endsWith(file)).toList();
      // The session has a summary of its own above the cell's.
      return new JsonMapper().readTree(found.getLast().toFile());
    }
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 4,
      properties = {"solo=off", "warmup=0"})
  static class RunsOnly {
    @DualAgentTest
    void run() {}
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 4,
      properties = {"solo=off", "warmup=0"})
  static class JudgedTwice {
    @DualAgentTest
    void run() {}

    @CellVerdictTest
    void verdict() {}

    @CellVerdictTest
    void verdictOnceMore() {}
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 4,
      properties = {"solo=off", "warmup=0"})
  static class FourRuns {
    @DualAgentTest
    void run() {}

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict.cell().runs()).hasSize(4);
    }
  }
}
