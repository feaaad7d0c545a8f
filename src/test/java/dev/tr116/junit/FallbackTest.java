package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.results.FailureLog;
import dev.tr116.results.KeptFailure;
import dev.tr116.results.KeptSession;
import dev.tr116.results.Manifest;
import dev.tr116.server.script.MemoryLimit;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A cell that a server has too little memory for. */
class FallbackTest {
  private static final String BIG = "qwen2.5:14b";
  private static final String SMALL = "qwen2.5:7b";

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start(new Model(BIG), new Model(SMALL))
          .always(Script.answer(Duration.ofMillis(20), 5, Duration.ofMillis(2)));

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");
    launch.set(Property.MODELS, BIG);
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void isMeasuredWithTheFirstStepThatFitsAndSaysSoEverywhere() throws IOException {
    server.when(MemoryLimit.above("num_gpu", 50), MemoryLimit.REFUSAL);
    launch.set(Property.FALLBACK, "auto");

    launch.run(TwoRuns.class).testEvents().assertStatistics(counts -> counts.succeeded(2));

    var record = json("run_1/metrics.json");
    assertThat(record.path("model").textValue()).isEqualTo(BIG);
    assertThat(record.at("/agents/1/options/num_gpu").intValue()).isEqualTo(45);
    assertThat(record.at("/agents/1/sent_options/num_gpu").intValue()).isEqualTo(45);
    assertThat(record.at("/fallback/attempted/agents/1/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(record.at("/fallback/used/agents/1/options/num_gpu").intValue()).isEqualTo(45);
    assertThat(record.at("/fallback/steps").toString())
        .isEqualTo("[\"num_gpu 80 -> 60\",\"num_gpu 60 -> 45\"]");
    assertThat(record.at("/fallback/because/0").textValue()).contains("cudaMalloc failed");
    assertThat(folder().resolve("multi/structured/qwen2p5_14b/chimera-homo_gpu80_ctx512_temp10"))
        .as("the cell keeps the identity of what was asked for")
        .isDirectoryContaining("glob:**/run_2");
    assertThat(KeptSession.read(folder()).runs())
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.fallback()).isPresent());
    assertThat(folder().resolve("summary.md"))
        .content()
        .contains("**Not what was asked for:** qwen2.5:14b · chimera-homo was measured with")
        .contains("(num_gpu 80 -> 60; num_gpu 60 -> 45)");
    assertThat(json("summary.json").at("/fallbacks/0/cell").textValue()).contains(BIG);
    assertThat(launch.console())
        .contains("warm-up of qwen2.5:14b · chimera-homo: fall back: num_gpu 80 -> 60")
        .contains("chimera-homo: fell back: the cell is measured with qwen2.5:14b, collector");
    assertThat(decisions())
        .containsExactly(
            "fall back: num_gpu 80 -> 60",
            "fall back: num_gpu 60 -> 45",
            "fell back: the cell is measured with qwen2.5:14b, collector"
                + " num_gpu=45,num_ctx=512,temperature=1.0, insight"
                + " num_gpu=45,num_ctx=512,temperature=1.0");
    assertThat(failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.vramBytes()).hasValue(0L))
        .allSatisfy(failure -> assertThat(failure.part()).isEqualTo("warm-up"));
    assertThat(Manifest.verify(folder()).isIntact()).isTrue();
  }

  @Test
  void otherModelIsMeasuredUnderTheIdentityOfTheOneAskedFor() throws IOException {
    server.when(MemoryLimit.of(BIG), MemoryLimit.REFUSAL);
    launch.set(Property.FALLBACK, "num_gpu=40; model=" + SMALL);

    launch.run(TwoRuns.class).testEvents().assertStatistics(counts -> counts.succeeded(2));

    var record = json("run_2/metrics.json");
    assertThat(record.path("model").textValue()).isEqualTo(BIG);
    assertThat(record.at("/agents/0/model").textValue()).isEqualTo(SMALL);
    assertThat(record.at("/agents/0/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(decisions()).first().isEqualTo("fall back: num_gpu 80 -> 40");
    assertThat(decisions()).contains("fall back: model qwen2.5:14b -> qwen2.5:7b");
  }

  @Test
  void stepThatCannotBeTakenIsPassedOver() throws IOException {
    server.when(MemoryLimit.of(BIG), MemoryLimit.REFUSAL);
    server.when(MemoryLimit.of("absent:1b"), Script.status(404, "model 'absent:1b' not found"));
    launch.set(Property.FALLBACK, "model=absent:1b; model=" + SMALL);

    launch.run(TwoRuns.class).testEvents().assertStatistics(counts -> counts.succeeded(2));

    assertThat(json("run_1/metrics.json").at("/fallback/because/1").textValue())
        .contains("does not have absent:1b");
  }

  @Test
  void whenNothingFitsTheRunsAreMeasuredAsAskedAndFail() throws IOException {
    server.when(request -> true, MemoryLimit.REFUSAL);
    launch.set(Property.FALLBACK, "num_gpu=40");

    var tests = launch.run(TwoRuns.class).testEvents();

    tests.assertStatistics(counts -> counts.failed(2));
    assertThat(json("run_1/metrics.json").path("fallback").isNull()).isTrue();
    assertThat(json("run_1/metrics.json").at("/agents/0/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(decisions())
        .containsExactly(
            "fall back: num_gpu 80 -> 40",
            "none: every step was tried; the runs are measured with what was asked for");
    assertThat(failures())
        .filteredOn(failure -> failure.run().isPresent())
        .filteredOn(failure -> failure.kind().equals(Optional.of("HTTP_STATUS")))
        .isNotEmpty()
        .allSatisfy(
            failure ->
                assertThat(failure.decision())
                    .isEqualTo("none: runs of this cell are measured already"));
  }

  @Test
  void withoutAFallbackTheFailureSaysWhatToWrite() throws IOException {
    server.when(request -> true, MemoryLimit.REFUSAL);

    var tests = launch.run(TwoRuns.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .hasSize(2)
        .allSatisfy(
            message -> assertThat(message).contains("out of memory", "-Dtr116.fallback=auto"));
    assertThat(failures().getFirst().decision()).startsWith("none: no fallback was asked for");
    assertThat(json("run_1/metrics.json").path("fallback").isNull()).isTrue();
  }

  @Test
  void onceRunsAreMeasuredNothingFallsBack() throws IOException {
    // The warm-up and the first run of two agents come before.
    server.when(request -> request.body().contains("\"seed\":24"), MemoryLimit.REFUSAL);
    launch.set(Property.FALLBACK, "auto");

    launch
        .run(TwoRuns.class)
        .testEvents()
        .assertStatistics(counts -> counts.succeeded(1).failed(1));

    assertThat(json("run_2/metrics.json").at("/agents/0/options/num_gpu").intValue()).isEqualTo(80);
    assertThat(decisions()).isEmpty();
    assertThat(failures())
        .isNotEmpty()
        .filteredOn(failure -> failure.kind().equals(Optional.of("HTTP_STATUS")))
        .allSatisfy(
            failure ->
                assertThat(failure.decision())
                    .isEqualTo("none: runs of this cell are measured already"));
  }

  @Test
  void sessionThatGoesOnAsksWhatItsRunsAsked() throws IOException {
    server.when(MemoryLimit.of(BIG), MemoryLimit.REFUSAL);
    launch.set(Property.FALLBACK, "num_gpu=40; model=" + SMALL);
    launch.run(TwoRuns.class);
    Files.delete(record(2));
    var decided = decisions();

    launch.run(TwoRuns.class).testEvents().assertStatistics(counts -> counts.succeeded(2));

    assertThat(launch.console()).contains("goes on: 1 run is kept");
    assertThat(decisions()).as("nothing is decided again").isEqualTo(decided);
    var one = new JsonMapper().readTree(record(1).toFile());
    var two = new JsonMapper().readTree(record(2).toFile());
    assertThat(two.path("fallback")).isEqualTo(one.path("fallback"));
    assertThat(two.at("/agents/0/model").textValue()).isEqualTo(SMALL);
    assertThat(json("summary.json").at("/fallbacks/0/cell").textValue()).contains(BIG);
    assertThat(json("session.json").at("/own_time_ms/n").intValue()).isEqualTo(2);
  }

  @Test
  void withoutAWarmUpItIsRefused() {
    launch.set(Property.FALLBACK, "auto");
    launch.set(Property.WARMUP, 0);

    var failures = Outcomes.messages(launch.run(TwoRuns.class).containerEvents().failed());

    assertThat(failures)
        .singleElement()
        .asString()
        .contains("tr116.fallback=auto", "tr116.warmup=0 leaves that out; write tr116.warmup=1");
  }

  private Path record(int run) {
    return folder()
        .resolve("multi/structured/qwen2p5_14b/chimera-homo_gpu80_ctx512_temp10")
        .resolve("run_" + run + "/metrics.json");
  }

  private Path folder() {
    return results.resolve("s");
  }

  private List<KeptFailure> failures() {
    return FailureLog.in(folder()).read().stream().filter(line -> line.kind().isPresent()).toList();
  }

  private List<String> decisions() {
    return FailureLog.in(folder()).read().stream()
        .filter(line -> line.kind().isEmpty())
        .map(KeptFailure::decision)
        .toList();
  }

  private JsonNode json(String file) throws IOException {
    try (var files = Files.walk(folder())) {
      var found = files.filter(each -> each.endsWith(file)).sorted().toList();
      return new JsonMapper().readTree(found.getLast().toFile());
    }
  }

  @AgentBenchmark(
      scenarios = "chimera-homo",
      runs = 2,
      properties = {"solo=off", "preflight=off"})
  static class TwoRuns {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }
}
