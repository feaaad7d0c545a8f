package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CallMetrics;
import dev.tr116.metrics.Definitions;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.SoloBaseline;
import dev.tr116.slo.Verdict;
import dev.tr116.statistics.Distribution;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The {@code metrics.json} of a run; absent figures stand as {@code null}. */
public final class MetricsJson {
  private MetricsJson() {}

  /** Indented UTF-8. */
  public static byte[] bytes(RunRecord record) {
    return Json.bytes(of(record));
  }

  static ObjectNode of(RunRecord record) {
    var run = record.run();
    var cell = run.id().cell();
    var json = Json.object();
    json.put("definitions", Definitions.VERSION);
    json.put("suite", cell.suite());
    json.put("runtime", cell.runtime());
    json.put("model", cell.model().tag());
    json.put("scenario", cell.scenario());
    json.put("options", cell.options());
    json.put("run_number", run.id().number());
    json.put("session", record.session());
    json.put("started_at", Instants.millis(run.startedAt()));
    json.put("status", record.status().word());
    var doubts = json.putArray("invalid_because");
    record.metrics().doubts().forEach(doubts::add);
    var rerun = json.putArray("rerun_because");
    record.rerunBecause().forEach(rerun::add);
    json.set("fallback", record.fallback().map(FallbackJson::of).orElse(null));
    json.set("backend", BackendJson.of(run.backend()));
    var agents = json.putArray("agents");
    for (var i = 0; i < run.agents().size(); i++) {
      agents.add(agent(record, run.agents().get(i), record.metrics().agents().get(i)));
    }
    json.set("summary", summary(record.metrics()));
    var verdicts = json.putArray("verdicts");
    record.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
    json.set("energy", EnergyJson.of(record.metrics().energy()));
    Json.put(json, "energy_missing", record.metrics().energy().missing());
    json.set("calibration", record.instrument().map(CalibrationJson::of).orElse(null));
    json.set("environment", EnvironmentJson.of(record));
    return json;
  }

  private static ObjectNode agent(RunRecord record, AgentRun run, AgentMetrics metrics) {
    var json = Json.object();
    json.put("role", run.role().name());
    json.put("endpoint", run.endpoint().toString());
    json.put("model", run.model().tag());
    var options = json.putObject("options");
    run.options().values().forEach((name, value) -> options.set(name, Json.value(value)));
    var sent = json.putObject("sent_options");
    record
        .sentOptions()
        .getOrDefault(run.role().name(), run.options().values())
        .forEach((name, value) -> sent.set(name, Json.value(value)));
    Json.put(json, "wall_ms", metrics.wall());
    Json.put(json, "solo_wall_ms", solo(metrics, solo -> OptionalDouble.of(solo.wall())));
    Json.put(json, "solo_levelled_wall_ms", solo(metrics, SoloBaseline::levelledWall));
    Json.put(json, "solo_from_run", soloFromRun(record, metrics));
    Json.put(json, "slowdown", metrics.slowdown());
    Json.put(json, "slowdown_levelled", metrics.slowdownLevelled());
    Json.put(json, "ttft_ms", metrics.ttft());
    Json.put(json, "throughput_tok_s", metrics.throughput());
    Json.put(json, "decode_rate_tok_s", metrics.decodeRate());
    json.set("server_memory", EnergyJson.memory(record.memoryOf(run.role())));
    json.set("stages", StageJson.of(metrics.stages()));
    json.set("solo_stages", StageJson.of(metrics.soloStages()));
    Json.put(json, "load_ms", metrics.load());
    json.set("primer", metrics.primer().map(MetricsJson::call).orElse(null));
    var calls = json.putArray("calls");
    metrics.calls().forEach(call -> calls.add(call(call)));
    var alone = json.putArray("solo_calls");
    metrics.soloCalls().forEach(call -> alone.add(call(call)));
    return json;
  }

  private static OptionalLong soloFromRun(RunRecord record, AgentMetrics metrics) {
    return metrics.solo().stream()
        .mapToLong(solo -> solo.reusedFrom().orElse(record.run().id().number()))
        .findFirst();
  }

  private static OptionalDouble solo(
      AgentMetrics metrics, java.util.function.Function<SoloBaseline, OptionalDouble> figure) {
    return metrics.solo().map(figure).orElse(OptionalDouble.empty());
  }

  private static ObjectNode call(CallMetrics call) {
    var json = Json.object();
    json.put("stage", call.stage());
    Json.put(json, "ttft_ms", call.ttft());
    Json.put(json, "ttft_from_intended_ms", call.ttftFromIntended());
    Json.put(json, "ttfc_ms", call.ttfc());
    Json.put(json, "decode_rate_tok_s", call.decodeRate());
    Json.put(json, "server_eval_rate_tok_s", call.serverEvalRate());
    Json.put(json, "prefill_rate_tok_s", call.prefillRate());
    Json.put(json, "prompt_eval_count", call.promptEvalCount());
    Json.put(json, "eval_count", call.evalCount());
    Json.put(json, "total_duration_ms", call.total());
    Json.put(json, "load_duration_ms", call.load());
    Json.put(json, "prompt_eval_duration_ms", call.promptEval());
    Json.put(json, "eval_duration_ms", call.eval());
    Json.put(json, "server_queue_ms", call.queue());
    json.put("wall_ms", call.wall());
    json.set("itl_ms", call.itl().map(MetricsJson::gaps).orElse(null));
    json.put("cold", call.cold().orElse(null));
    json.set("failure", call.failure().map(MetricsJson::failure).orElse(null));
    return json;
  }

  private static ObjectNode gaps(Distribution gaps) {
    var json = Json.object();
    json.put("p50", gaps.p50());
    json.put("p95", gaps.supportsP95() ? Double.valueOf(gaps.p95()) : null);
    json.put("max", gaps.max());
    json.put("n", gaps.n());
    return json;
  }

  /** Why a call failed, as records and the log of failures say it. */
  static ObjectNode failure(CallFailure failure) {
    var json = Json.object();
    json.put("kind", failure.kind().name());
    json.put("message", failure.message());
    json.put(
        "http_status",
        failure.httpStatus().isPresent() ? Integer.valueOf(failure.httpStatus().getAsInt()) : null);
    json.put("chars_received", failure.charsReceived());
    return json;
  }

  private static ObjectNode summary(DualRunMetrics metrics) {
    var json = Json.object();
    Json.put(json, "concurrent_wall_time_ms", metrics.concurrentWall());
    Json.put(json, "sequential_estimated_ms", metrics.sequentialEstimated());
    Json.put(json, "concurrency_speedup", metrics.concurrencySpeedup());
    Json.put(json, "efficiency_percent", metrics.efficiencyPercent());
    Json.put(json, "server_time_speedup", metrics.serverTimeSpeedup());
    Json.put(json, "true_speedup", metrics.trueSpeedup());
    Json.put(json, "true_speedup_levelled", metrics.trueSpeedupLevelled());
    Json.put(json, "true_efficiency_percent", metrics.trueEfficiencyPercent());
    Json.put(json, "true_efficiency_levelled_percent", metrics.trueEfficiencyLevelledPercent());
    Json.put(json, "fairness", metrics.fairness());
    Json.put(json, "fairness_levelled", metrics.fairnessLevelled());
    Json.put(json, "throughput_delta", metrics.throughputDelta());
    Json.put(json, "ttft_delta_ms", metrics.ttftDelta());
    Json.put(json, "start_skew_ms", metrics.startSkew());
    json.put(
        "resource_contention_detected",
        (metrics.succeeded() && metrics.mayContend())
            ? Boolean.valueOf(metrics.contentionDetected())
            : null);
    var reasons = json.putArray("contention_reasons");
    metrics.contention().forEach(reasons::add);
    Json.put(json, "true_speedup_missing", metrics.trueSpeedupMissing());
    Json.put(json, "true_speedup_levelled_missing", metrics.trueSpeedupLevelledMissing());
    json.put("ideal_wall_time_ms", metrics.loss().map(Loss::ideal).orElse(null));
    json.set("loss_ms", LossJson.parts(metrics.loss()));
    json.set("loss_percent", LossJson.parts(metrics.loss().map(Loss::inPercent)));
    Json.put(json, "contention_by_phase_missing", metrics.phasesMissing());
    return json;
  }

  static ObjectNode verdict(Verdict verdict) {
    var json = Json.object();
    json.put("slo", verdict.metric().metricName());
    json.put("limit", verdict.limit().toString());
    Json.put(json, "value", verdict.value());
    json.set("interval", Json.interval(verdict.interval()));
    json.put("verdict", verdict.outcome().name());
    json.put("warning", verdict.warning());
    json.put(
        "more_runs",
        verdict.moreRuns().isPresent() ? Integer.valueOf(verdict.moreRuns().getAsInt()) : null);
    json.put("why", verdict.why());
    return json;
  }
}
