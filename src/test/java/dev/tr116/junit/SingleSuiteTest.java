package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Answer;
import dev.tr116.server.script.DecodeRate;
import dev.tr116.server.script.ReceivedRequest;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.SharedGpu;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A session of the suite single on a server that answers baseline and chimera as scheduled. */
@Timeout(60)
class SingleSuiteTest {
  private static final Duration LOAD = Duration.ofMillis(250);

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final SharedGpu gpu = new SharedGpu();

  /** Baseline: 200 ms to the first token, then 40 at 200/s. */
  private final Answer baseline = Answer.of(Duration.ofMillis(200), 41, DecodeRate.of(200));

  /** Chimera: 150 ms to the first token, then 40 at 250/s. */
  private final Answer chimera = Answer.of(Duration.ofMillis(150), 41, DecodeRate.of(250));

  private final ScriptedServer first = ScriptedServer.start(Model.named("gemma3"));
  private final ScriptedServer second = ScriptedServer.start(Model.named("gemma3"));

  @BeforeEach
  void measureThatServer() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
    launch.set(Property.ENDPOINTS, first.endpoint() + "," + second.endpoint());
    var slot = gpu.slot();
    first.when(
        request -> isChimera(request) && !isPrimer(request),
        Script.answer().generate(slot, chimera).done());
    first.always(Script.answer().generate(slot, baseline).done());
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void throughputTtftAndLatencyAreAsScheduled() throws IOException {
    launch.set(Property.RUNS, 3);

    launch.run(OneConfiguration.class).testEvents().assertStatistics(e -> e.succeeded(4).failed(0));

    var session = new SessionFiles(results.resolve("night"));
    var single = session.summary().at("/single/0");
    assertThat(single.at("/options").textValue()).isEqualTo("gpu80_ctx512_temp08");
    near(single.at("/baseline/ttft_ms/mean").doubleValue(), 200);
    near(single.at("/chimera/ttft_ms/mean").doubleValue(), 150);
    asTheServerTells(single.at("/baseline/throughput_tok_s/mean").doubleValue(), 41 / 0.2);
    asTheServerTells(single.at("/chimera/throughput_tok_s/mean").doubleValue(), 41 / 0.16);
    asTheServerTells(single.at("/throughput_improvement_percent/of_means").doubleValue(), 25);
    var ttftLess =
        1
            - single.at("/chimera/ttft_ms/mean").doubleValue()
                / single.at("/baseline/ttft_ms/mean").doubleValue();
    assertThat(single.at("/ttft_reduction_percent/of_means").doubleValue())
        .isCloseTo(100 * ttftLess, within(1e-6));
    assertThat(single.at("/ttft_reduction_percent/mean_of_runs_interval")).hasSize(2);
    assertThat(single.at("/baseline/latency_ms/p95").isNull()).isTrue();
    assertThat(single.at("/baseline/latency_ms/p95_needs").intValue()).isEqualTo(59);
    assertThat(session.page())
        .contains("## Single agent, gemma3", "| gpu80_ctx512_temp08 | chimera |")
        .doesNotContain("no true speedup in");
    assertThat(launch.console()).contains("· run 1/3  baseline 0.", " tok/s ttft ");
    assertThat(launch.console())
        .contains("] gemma3 · gpu80_ctx512_temp08     3/3 205/s ", " +25.0 ");
    assertThat(launch.console().lines().filter(line -> line.contains("single agent  ")))
        .singleElement()
        .satisfies(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void agentsNeverMeetAndTheirOrderTurnsFromRunToRun() throws IOException {
    launch.set(Property.RUNS, 2);

    launch.run(OneConfiguration.class);

    assertThat(second.prompts()).isEmpty();
    var played = first.played();
    for (var i = 1; i < played.size(); i++) {
      assertThat(played.get(i).course().arrived())
          .isGreaterThanOrEqualTo(played.get(i - 1).course().ended());
    }
    assertThat(measured()).hasSize(4);
    assertThat(isChimera(measured().get(0))).isNotEqualTo(isChimera(measured().get(2)));
  }

  @Test
  void bothAgentsGetTheSamePromptAndTheSameSeed() {
    launch.set(Property.RUNS, 1);

    launch.run(OneConfiguration.class);

    var prompts = measured().stream().map(request -> withoutNonce(request.prompt())).toList();
    assertThat(prompts).hasSize(2);
    assertThat(prompts.getFirst()).isEqualTo(prompts.getLast());
    assertThat(measured()).extracting(ReceivedRequest::prompt).doesNotHaveDuplicates();
    assertThat(measured()).allMatch(request -> request.body().contains("\"seed\":142"));
  }

  @Test
  void aChangeOfOptionsIsPaidByACallThatIsNotMeasured() throws IOException {
    launch.set(Property.RUNS, 2);
    launch.set(Property.WARMUP, 0);
    first.when(request -> isChimera(request) && isPrimer(request), cold(gpu.slot(), chimera));

    launch.run(OneConfiguration.class).testEvents().assertStatistics(e -> e.failed(0));

    var runs = new SessionFiles(results.resolve("night")).records("single");
    assertThat(runs).allMatch(run -> run.path("status").textValue().equals("ok"));
    var primed =
        runs.stream().filter(run -> !run.at("/agents/1/primer").isNull()).findFirst().orElseThrow();
    assertThat(primed.at("/agents/1/load_ms").doubleValue()).isCloseTo(250, within(1.0));
    assertThat(primed.at("/agents/1/primer/cold").booleanValue()).isTrue();
    assertThat(primed.at("/agents/1/calls/0/cold").booleanValue()).isFalse();
    near(primed.at("/agents/1/wall_ms").doubleValue(), 310);
  }

  @Test
  void nothingConcurrentIsToldOrJudged() throws IOException {
    launch.set(Property.RUNS, 3);

    launch.run(OneConfiguration.class);

    var session = new SessionFiles(results.resolve("night"));
    var run = session.records("single").getFirst();
    for (var absent :
        List.of(
            "concurrency_speedup",
            "efficiency_percent",
            "true_speedup",
            "concurrent_wall_time_ms",
            "start_skew_ms",
            "resource_contention_detected")) {
      assertThat(run.at("/summary/" + absent).isNull()).as(absent).isTrue();
    }
    assertThat(run.at("/verdicts").findValuesAsText("slo"))
        .containsExactly("ttft-p95", "error-rate");
    var row = session.table().getFirst();
    assertThat(row).containsEntry("suite", "single").containsEntry("true_speedup", "");
    assertThat(row.get("chimera_throughput_tok_s")).isNotEmpty();
    assertThat(row.get("options")).isEqualTo("gpu80_ctx512_temp08");
  }

  /** Calls that carry no cap: neither warm-up nor primer. */
  private List<ReceivedRequest> measured() {
    return first.prompts().stream()
        .filter(request -> !request.body().contains("num_predict"))
        .toList();
  }

  private static boolean isChimera(ReceivedRequest request) {
    return request.body().contains("num_gpu");
  }

  private static boolean isPrimer(ReceivedRequest request) {
    return request.body().contains("\"num_predict\":32");
  }

  private static Script cold(SharedGpu.Slot freshSlot, Answer answer) {
    return Script.answer().generate(freshSlot, answer.cold(LOAD)).done();
  }

  private static String withoutNonce(String prompt) {
    return prompt.substring(prompt.indexOf('\n'));
  }

  /** Its durations are those that were due, whatever the machine does. */
  private static void asTheServerTells(double measured, double scheduled) {
    assertThat(measured).isCloseTo(scheduled, within(0.001 * scheduled));
  }

  /** A schedule is never early; a busy machine may be late. */
  private static void near(double measured, double scheduled) {
    assertThat(measured).isBetween(0.99 * scheduled, 1.6 * scheduled);
  }

  @AgentBenchmark(
      models = "gemma3",
      properties = {
        "suites=single",
        "backend=ollama",
        "rerun=off",
        "preflight=off",
        "single.gpu-layers=80",
        "single.contexts=512",
        "slo.ttft-p95=2000/3000",
        "slo.enforce=false"
      })
  static class OneConfiguration {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @CellVerdictTest
    void verdict(CellVerdict verdict) {
      assertThat(verdict.cell().measured()).isNotEmpty();
    }
  }
}
