package dev.tr116.results;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.PowerTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsJsonTest {
  @Test
  void hasExactlyTheFieldsThatOthersRelyOn() {
    var slow = Traces.run(2).wall(2500);

    var fields = fields(json(slow));

    assertThat(json(slow).at("/agents/1/server_memory/before").isNull())
        .as("and what a server does not tell is null")
        .isTrue();
    fields.removeIf(field -> field.matches("agents.*server_memory\\.(before|after)"));
    var alone = fields.stream().filter(field -> field.startsWith("agents[].solo_calls[]")).toList();
    assertThat(fields)
        .filteredOn(field -> !alone.contains(field))
        .containsExactlyInAnyOrderElementsOf(RecordFields.all());
    assertThat(alone)
        .as("a call alone is written like any other")
        .extracting(field -> field.replace("solo_calls", "calls"))
        .containsExactlyInAnyOrderElementsOf(
            fields.stream().filter(field -> field.startsWith("agents[].calls[]")).toList());
  }

  @Test
  void saysWhichRunItIs() {
    var json = json(Traces.run(2));

    assertThat(json.path("definitions").textValue()).isEqualTo("2026-11");
    assertThat(json.path("suite").textValue()).isEqualTo("multi");
    assertThat(json.path("runtime").textValue()).isEqualTo("structured");
    assertThat(json.path("model").textValue()).isEqualTo("gemma3:latest");
    assertThat(json.path("scenario").textValue()).isEqualTo("chimera-homo");
    assertThat(json.path("run_number").intValue()).isEqualTo(2);
    assertThat(json.path("session").textValue()).isEqualTo("night");
    assertThat(json.path("started_at").textValue()).isEqualTo("2026-11-22T03:10:02.123Z");
    assertThat(json.path("status").textValue()).isEqualTo("ok");
    assertThat(json.path("backend").toString())
        .isEqualTo("{\"kind\":\"ollama\",\"version\":\"0.24.0\",\"weights\":\"as-served\"}");
  }

  @Test
  void writesEachFigureWhereItBelongs() {
    var json = json(Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250));

    var collector = json.path("agents").path(0);
    assertThat(collector.path("role").textValue()).isEqualTo("collector");
    assertThat(collector.path("endpoint").textValue()).isEqualTo("http://127.0.0.1:11434");
    assertThat(collector.path("options").toString())
        .isEqualTo("{\"num_gpu\":80,\"num_ctx\":512,\"temperature\":1.0}");
    assertThat(collector.path("sent_options").path("seed").longValue()).isEqualTo(142);
    assertThat(collector.path("wall_ms").doubleValue()).isEqualTo(1000);
    assertThat(collector.path("solo_wall_ms").doubleValue()).isEqualTo(800);
    assertThat(collector.path("solo_levelled_wall_ms").doubleValue()).isEqualTo(800);
    assertThat(collector.path("slowdown").doubleValue()).isEqualTo(1.25);
    assertThat(collector.path("ttft_ms").doubleValue()).isEqualTo(100);
    var call = collector.path("calls").path(0);
    assertThat(call.path("total_duration_ms").doubleValue()).isEqualTo(990);
    assertThat(call.path("load_duration_ms").doubleValue()).isEqualTo(10);
    assertThat(call.path("prompt_eval_duration_ms").doubleValue()).isEqualTo(90);
    assertThat(call.path("eval_duration_ms").doubleValue()).isEqualTo(900);
    assertThat(call.path("server_queue_ms").doubleValue()).isEqualTo(-10);
    assertThat(call.path("prompt_eval_count").isIntegralNumber()).isTrue();
    assertThat(call.path("eval_count").longValue()).isEqualTo(11);
    assertThat(call.path("cold").booleanValue()).isFalse();
    assertThat(call.path("failure").isNull()).isTrue();
    var summary = json.path("summary");
    assertThat(summary.path("concurrent_wall_time_ms").doubleValue()).isEqualTo(1250);
    assertThat(summary.path("sequential_estimated_ms").doubleValue()).isEqualTo(2200);
    assertThat(summary.path("concurrency_speedup").doubleValue()).isEqualTo(1.76);
    assertThat(summary.path("efficiency_percent").doubleValue()).isEqualTo(88);
    assertThat(summary.path("true_speedup").doubleValue()).isEqualTo(1.36);
    assertThat(summary.path("true_efficiency_percent").doubleValue()).isEqualTo(68);
    assertThat(summary.path("resource_contention_detected").booleanValue()).isFalse();
    assertThat(summary.path("contention_reasons").isEmpty()).isTrue();
    var loss = summary.path("loss_ms");
    assertThat(loss.path("contention").doubleValue()).isEqualTo(250);
    assertThat(loss.path("imbalance").doubleValue()).isEqualTo(100);
    assertThat(loss.path("orchestration").doubleValue()).isEqualTo(50);
    var percent = summary.path("loss_percent");
    assertThat(percent.path("contention").doubleValue()).isEqualTo(20);
    assertThat(percent.path("imbalance").doubleValue()).isEqualTo(8);
    assertThat(percent.path("orchestration").doubleValue()).isEqualTo(4);
    assertThat(summary.path("ideal_wall_time_ms").doubleValue()).isEqualTo(850);
    assertThat(summary.path("true_efficiency_percent").doubleValue())
        .as("and the parts make 100")
        .isEqualTo(68);
    assertThat(summary.path("true_speedup_missing").isNull()).isTrue();
    assertThat(summary.path("contention_by_phase_missing").isNull()).isTrue();
    assertThat(collector.path("solo_from_run").intValue()).isEqualTo(2);
    var efficiency = json.path("verdicts").path(1);
    assertThat(efficiency.path("slo").textValue()).isEqualTo("efficiency");
    assertThat(efficiency.path("limit").textValue()).isEqualTo("97/95");
    assertThat(efficiency.path("value").doubleValue()).isEqualTo(88);
    assertThat(efficiency.path("verdict").textValue()).isEqualTo("FAIL");
    assertThat(json.path("environment").path("model_digest").textValue()).isEqualTo("sha256:abc");
    assertThat(json.path("environment").path("ollama").textValue()).isEqualTo("0.24.0");
    assertThat(json.path("environment").path("fingerprint").textValue()).matches("[0-9a-f]{16}");
  }

  @Test
  void writesEnergyOfTheRunAndMemoryOfItsServers() {
    var json =
        json(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 10_000, Traces.call(10_000).tokens(300)),
                    Traces.agent(INSIGHT, 10_000, Traces.call(10_000).tokens(200)))
                .alone(4000, 6000)
                .wall(10_000));

    var energy = json.path("energy");
    assertThat(energy.path("source").textValue()).isEqualTo("gpu");
    assertThat(energy.path("mean_watts_concurrent").doubleValue()).isCloseTo(100, within(1e-6));
    assertThat(energy.path("joules_concurrent").doubleValue()).isCloseTo(1000, within(1e-6));
    assertThat(energy.path("tokens_concurrent").longValue()).isEqualTo(500);
    assertThat(energy.path("joules_per_token_concurrent").doubleValue()).isCloseTo(2, within(1e-6));
    assertThat(energy.path("tokens_per_joule").doubleValue()).isCloseTo(0.5, within(1e-6));
    assertThat(energy.path("joules_alone").doubleValue()).isCloseTo(1000, within(1e-6));
    assertThat(energy.at("/alone/1/role").textValue()).isEqualTo("insight");
    assertThat(energy.at("/alone/1/mean_watts_alone").doubleValue()).isCloseTo(100, within(1e-6));
    assertThat(energy.at("/alone/1/joules").doubleValue()).isCloseTo(600, within(1e-6));
    assertThat(energy.at("/gpu/joules_concurrent").doubleValue()).isCloseTo(1000, within(1e-6));
    assertThat(energy.at("/cpu/joules_concurrent").isNull()).isTrue();
    assertThat(energy.at("/cpu/missing").textValue()).isEqualTo("no RAPL");
    assertThat(energy.at("/total/joules_concurrent").isNull()).isTrue();
    assertThat(json.path("energy_missing").isNull()).isTrue();
    assertThat(json.at("/agents/0/server_memory/before/vram_bytes").longValue()).isZero();
    assertThat(json.at("/agents/0/server_memory/after").toString())
        .isEqualTo(
            "{\"models\":[\"gemma3:latest\"],\"size_bytes\":4000000000,"
                + "\"vram_bytes\":3000000000,\"cpu_bytes\":1000000000}");
  }

  @Test
  void saysWhyARunHasNoEnergy() {
    var run = Traces.run(1).build();
    var metrics = DualRunMetrics.of(run).with(Energy.of(run, PowerTrace.none("tr116.power=off")));
    var record =
        new RunRecord(
            "night",
            run,
            metrics,
            List.of(),
            Records.MACHINE,
            ServedModel.UNKNOWN,
            Map.of(),
            Optional.empty());

    var json = read(MetricsJson.bytes(record));

    assertThat(json.path("energy").isNull()).isTrue();
    assertThat(json.path("energy_missing").textValue()).isEqualTo("tr116.power=off");
  }

  @Test
  void writesNullForWhatIsAbsent() {
    var bare =
        new RunRecord(
            "night",
            Traces.run(1).on(Traces.STAND_IN).solo().build(),
            DualRunMetrics.of(Traces.run(1).solo().build()),
            List.of(),
            Records.SILENT_MACHINE,
            ServedModel.UNKNOWN,
            Map.of(),
            Optional.empty());

    var json = read(MetricsJson.bytes(bare));

    assertThat(
            List.of(
                json.at("/agents/0/solo_wall_ms"),
                json.at("/agents/0/solo_levelled_wall_ms"),
                json.at("/agents/0/slowdown"),
                json.at("/summary/true_speedup"),
                json.at("/summary/true_speedup_levelled"),
                json.at("/summary/true_efficiency_percent"),
                json.at("/summary/fairness"),
                json.at("/summary/true_efficiency_levelled_percent"),
                json.at("/summary/fairness_levelled"),
                json.at("/summary/ideal_wall_time_ms"),
                json.at("/summary/loss_percent/contention"),
                json.at("/agents/0/solo_from_run"),
                json.at("/agents/0/slowdown_levelled"),
                json.at("/summary/loss_ms/contention"),
                json.at("/summary/loss_ms/contention_by_phase/client"),
                json.at("/calibration"),
                json.at("/environment/ollama"),
                json.at("/environment/git"),
                json.at("/environment/power"),
                json.at("/energy"),
                json.at("/agents/0/server_memory/before"),
                json.at("/agents/0/server_memory/after"),
                json.at("/environment/memory_mib"),
                json.at("/environment/model_digest"),
                json.at("/environment/quantization")))
        .allMatch(JsonNode::isNull);
    assertThat(json.at("/summary/true_speedup_missing").textValue()).isEqualTo("tr116.solo=off");
    assertThat(json.at("/summary/contention_by_phase_missing").textValue())
        .isEqualTo("tr116.solo=off");
    assertThat(json.at("/agents/0/sent_options")).isEqualTo(json.at("/agents/0/options"));
    assertThat(json.at("/environment/gpu").isEmpty()).isTrue();
    assertThat(json.at("/backend/weights").textValue()).isEqualTo("stand-in");
  }

  @Test
  void saysWhichRunABaselineIsFromAndLeavesItsCallsThere() {
    var json = json(Traces.run(4).reusedSolo(2, 800, 900));

    var collector = json.path("agents").path(0);
    assertThat(collector.path("solo_wall_ms").doubleValue()).isEqualTo(800);
    assertThat(collector.path("solo_from_run").intValue()).isEqualTo(2);
    assertThat(collector.path("solo_calls")).isEmpty();
    assertThat(json.at("/summary/loss_ms/contention_by_phase/decode").isNumber()).isTrue();
  }

  @Test
  void saysWhyContentionIsNotSplitByPhase() {
    var json =
        json(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1000, Traces.call(1000).silentServer()),
                    Traces.agent(INSIGHT, 1200)));

    assertThat(json.at("/summary/contention_by_phase_missing").textValue())
        .isEqualTo("the server of collector told no total_duration");
    assertThat(json.at("/summary/loss_ms/contention_by_phase/decode").isNull()).isTrue();
    assertThat(json.at("/summary/loss_ms/contention").doubleValue()).isEqualTo(250);
    assertThat(json.at("/summary/true_speedup_levelled_missing").textValue())
        .startsWith("collector: a token count");
  }

  @Test
  void keepsAFailedRunWithItsReason() {
    var json = json(Traces.run(3).failed(503, "the server is \"busy\"\n"));

    assertThat(json.path("status").textValue()).isEqualTo("failed");
    assertThat(json.at("/agents/0/calls/0/failure").toString())
        .isEqualTo(
            "{\"kind\":\"HTTP_STATUS\",\"message\":\"the server is \\\"busy\\\"\\n\","
                + "\"http_status\":503,\"chars_received\":0}");
    assertThat(json.at("/agents/1/calls/0/failure/kind").textValue()).isEqualTo("CANCELLED");
    assertThat(json.at("/agents/1/calls/0/failure/http_status").isNull()).isTrue();
    assertThat(json.at("/agents/0/wall_ms").isNull()).isTrue();
    assertThat(json.at("/summary/resource_contention_detected").isNull()).isTrue();
    assertThat(json.path("summary").findValues("concurrency_speedup"))
        .singleElement()
        .matches(JsonNode::isNull);
  }

  @Test
  void countsWhatHadArrivedOfABrokenAnswer() {
    var broken = Traces.call().answer("half an ans").failed(FailureKind.TRUNCATED, "cut off");

    var json =
        json(
            Traces.run(1).agents(Traces.agent(COLLECTOR, 900, broken), Traces.agent(INSIGHT, 900)));

    assertThat(json.at("/agents/0/calls/0/failure/chars_received").intValue()).isEqualTo(11);
    assertThat(json.at("/agents/0/calls/0/ttft_ms").doubleValue()).isEqualTo(100);
  }

  @Test
  void refusesAP95OfFewGaps() {
    var gaps = new double[61];
    java.util.Arrays.setAll(gaps, i -> 100 + i);
    var enough = Traces.call().content(gaps);

    var json =
        json(
            Traces.run(1).agents(Traces.agent(COLLECTOR, 900, enough), Traces.agent(INSIGHT, 900)));

    assertThat(json.at("/agents/0/calls/0/itl_ms/p95").doubleValue()).isEqualTo(1);
    assertThat(json.at("/agents/0/calls/0/itl_ms/n").intValue()).isEqualTo(60);
    assertThat(json.at("/agents/1/calls/0/itl_ms/p95").isNull()).isTrue();
  }

  @Test
  void isUtf8WithALineEnd() {
    var text = new String(MetricsJson.bytes(Records.of(Traces.run(1))), StandardCharsets.UTF_8);

    assertThat(text).startsWith("{").endsWith("}\n").doesNotContain("NaN", "Infinity", "Optional");
  }

  private static JsonNode json(Traces.RunBuilder run) {
    return read(MetricsJson.bytes(Records.of(run)));
  }

  static JsonNode read(byte[] bytes) {
    try {
      return new ObjectMapper().readTree(bytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> fields(JsonNode json) {
    var fields = new LinkedHashSet<String>();
    collect("", json, fields);
    return fields;
  }

  private static void collect(String path, JsonNode json, Set<String> fields) {
    if (json.isObject() && !json.isEmpty()) {
      json.properties()
          .forEach(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      fields));
    } else if (json.isArray() && !json.isEmpty()) {
      json.forEach(element -> collect(path + "[]", element, fields));
    } else {
      fields.add(path);
    }
  }
}
