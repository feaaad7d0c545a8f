package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Power;
import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.RunId;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysisCsvTest {
  @Test
  void hasOneColumnAFigure() {
    var csv = csv(Records.stored(Traces.run(1)));

    assertThat(csv.lines().findFirst().orElseThrow())
        .isEqualTo(
            "session,backend,suite,runtime,model,scenario,run_number,status,started_at,"
                + "concurrent_wall_time_ms,sequential_estimated_ms,concurrency_speedup,"
                + "efficiency_percent,server_time_speedup,true_speedup,true_speedup_levelled,"
                + "true_efficiency_percent,true_efficiency_levelled_percent,fairness,fairness_levelled,"
                + "throughput_delta,ttft_delta_ms,start_skew_ms,"
                + "resource_contention_detected,loss_contention_ms,loss_imbalance_ms,"
                + "loss_orchestration_ms,loss_contention_percent,loss_imbalance_percent,"
                + "loss_orchestration_percent,true_speedup_missing,"
                + "energy_source,mean_watts_concurrent,joules_concurrent,joules_alone,"
                + "joules_per_token_concurrent,joules_per_token_alone,tokens_per_joule,"
                + "energy_ratio,joules_gpu_concurrent,joules_cpu_concurrent,"
                + "joules_total_concurrent,energy_missing,options,agents,mean_slowdown,"
                + "collector_wall_ms,collector_solo_wall_ms,collector_solo_levelled_wall_ms,"
                + "collector_solo_from_run,collector_slowdown,collector_slowdown_levelled,"
                + "collector_ttft_ms,"
                + "collector_throughput_tok_s,collector_decode_rate_tok_s,collector_mean_watts_alone,"
                + "collector_load_ms,collector_eval_count,"
                + "collector_failure,"
                + "insight_wall_ms,insight_solo_wall_ms,insight_solo_levelled_wall_ms,"
                + "insight_solo_from_run,insight_slowdown,insight_slowdown_levelled,"
                + "insight_ttft_ms,"
                + "insight_throughput_tok_s,insight_decode_rate_tok_s,insight_mean_watts_alone,"
                + "insight_load_ms,insight_eval_count,"
                + "insight_failure");
  }

  @Test
  void hasOneRowARun() {
    var row = row(Records.stored(Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250)));

    assertThat(row)
        .containsEntry("session", "night")
        .containsEntry("backend", "ollama 0.24.0")
        .containsEntry("model", "gemma3:latest")
        .containsEntry("scenario", "chimera-homo")
        .containsEntry("run_number", "2")
        .containsEntry("status", "ok")
        .containsEntry("started_at", "2026-11-22T03:10:02.123Z")
        .containsEntry("concurrent_wall_time_ms", "1250.0")
        .containsEntry("concurrency_speedup", "1.76")
        .containsEntry("efficiency_percent", "88.0")
        .containsEntry("true_speedup", "1.36")
        .containsEntry("resource_contention_detected", "false")
        .containsEntry("loss_contention_ms", "250.0")
        .containsEntry("loss_imbalance_ms", "100.0")
        .containsEntry("loss_orchestration_ms", "50.0")
        .containsEntry("loss_contention_percent", "20.0")
        .containsEntry("loss_imbalance_percent", "8.0")
        .containsEntry("loss_orchestration_percent", "4.0")
        .containsEntry("true_speedup_missing", "")
        .containsEntry("collector_solo_from_run", "2")
        .containsEntry("collector_wall_ms", "1000.0")
        .containsEntry("collector_solo_wall_ms", "800.0")
        .containsEntry("collector_slowdown", "1.25")
        .containsEntry("collector_eval_count", "11")
        .containsEntry("collector_failure", "")
        .containsEntry("insight_wall_ms", "1200.0");
  }

  @Test
  void hasTheEnergyOfARun() {
    var run = Traces.run(2).beside(8000, 10_000).alone(4000, 6000).wall(10_000).build();
    var stored =
        new StoredRun(
            DualRunMetrics.of(run).with(Energy.of(run, Power.all(128, 128, 64))),
            RunStatus.OK,
            run.startedAt(),
            Path.of("metrics.json"));

    assertThat(row(stored))
        .containsEntry("energy_source", "gpu")
        .containsEntry("joules_gpu_concurrent", "2560.0")
        .containsEntry("joules_cpu_concurrent", "640.0")
        .containsEntry("joules_total_concurrent", "3200.0")
        .containsEntry("insight_mean_watts_alone", "256.0")
        .containsEntry("energy_missing", "");
    assertThat(row(Records.stored(run)))
        .containsEntry("energy_source", "")
        .containsEntry("joules_concurrent", "")
        .containsEntry("energy_missing", "power was not sampled");
  }

  @Test
  void leavesEmptyWhatAFailedRunDoesNotHave() {
    var row = row(Records.stored(Traces.run(1).failed(500, "broken")));

    assertThat(row)
        .containsEntry("status", "failed")
        .containsEntry("concurrent_wall_time_ms", "")
        .containsEntry("resource_contention_detected", "")
        .containsEntry("loss_contention_ms", "")
        .containsEntry("loss_contention_percent", "")
        .containsEntry("true_speedup_missing", "collector: HTTP_STATUS")
        .containsEntry("collector_solo_from_run", "")
        .containsEntry("collector_eval_count", "")
        .containsEntry("collector_failure", "HTTP_STATUS")
        .containsEntry("insight_failure", "CANCELLED");
  }

  @Test
  void quotesWhatWouldBreakARow() {
    var cell = new CellId("multi", "structured", new Model("a,\"b\"\nc"), "chimera-homo", "x");
    var other = Traces.run(1).build();
    var run =
        new StoredRun(
            DualRunMetrics.of(
                new DualRun(
                    new RunId(cell, 1),
                    other.backend(),
                    other.startedAt(),
                    other.released(),
                    other.ended(),
                    other.agents(),
                    other.solo(),
                    other.status())),
            RunStatus.OK,
            Traces.STARTED_AT,
            Path.of("metrics.json"));

    assertThat(csv(run)).contains(",structured,\"a,\"\"b\"\"\nc\",chimera-homo,");
  }

  @Test
  void endsItsLinesAsRfc4180Does() {
    var csv = csv(Records.stored(Traces.run(1)), Records.stored(Traces.run(2)));

    assertThat(csv).endsWith("\r\n");
    assertThat(csv.split("\r\n")).hasSize(3).noneMatch(String::isEmpty);
    assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void hasOnlyItsHeadWithoutARun() {
    assertThat(csv()).startsWith("session,").hasLineCount(1);
  }

  private static Map<String, String> row(StoredRun run) {
    var lines = csv(run).split("\r\n", -1);
    var names = lines[0].split(",", -1);
    var values = lines[1].split(",", -1);
    assertThat(values).hasSameSizeAs(names);
    var row = new LinkedHashMap<String, String>();
    for (var i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  private static String csv(StoredRun... runs) {
    return AnalysisCsv.of(Records.session(Path.of("results")), List.copyOf(Arrays.asList(runs)));
  }
}
