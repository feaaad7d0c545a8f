package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.Power;
import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.FailureKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Path RESULTS = Path.of("results");

  @Test
  void describesEachFigureOfACell() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY,
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(1250),
            Traces.run(3).beside(1000, 1000).wall(2000),
            Traces.run(4).failed(500, "broken"));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));

    assertThat(json.path("definitions").textValue()).isEqualTo("2026-11");
    assertThat(json.path("model").textValue()).isEqualTo("gemma3:latest");
    assertThat(json.path("options").textValue()).isEqualTo("gpu80_ctx512_temp10");
    assertThat(json.path("runs_planned").intValue()).isEqualTo(5);
    assertThat(json.path("runs_recorded").intValue()).isEqualTo(4);
    assertThat(json.path("runs_measured").intValue()).isEqualTo(3);
    assertThat(json.path("outcome").textValue()).isEqualTo("FAIL");
    assertThat(json.path("enforced").booleanValue()).isTrue();
    assertThat(json.path("contention_rate_percent").doubleValue()).isEqualTo(100.0 / 3);
    assertThat(json.path("error_rate_percent").doubleValue()).isEqualTo(100.0 / 15);
    var efficiency = json.at("/metrics/efficiency_percent");
    assertThat(efficiency.path("n").intValue()).isEqualTo(3);
    assertThat(efficiency.path("mean").doubleValue()).isEqualTo(230.0 / 3);
    assertThat(efficiency.path("min").doubleValue()).isEqualTo(50);
    assertThat(efficiency.path("p50").doubleValue()).isEqualTo(80);
    assertThat(efficiency.path("missing").intValue()).isZero();
    assertThat(efficiency.at("/interval/0").doubleValue()).isBetween(50.0, 76.0);
    assertThat(efficiency.at("/interval/1").doubleValue()).isBetween(77.0, 100.0);
    assertThat(efficiency.path("p95").isNull()).isTrue();
    assertThat(efficiency.path("p95_needs").intValue()).isEqualTo(59);
    assertThat(efficiency.path("p99").isNull()).isTrue();
    assertThat(efficiency.path("p99_needs").intValue()).isEqualTo(299);
    assertThat(json.at("/metrics/ttft_ms/interval").isNull()).isTrue();
    assertThat(json.at("/runs_left_out/0/run").intValue()).isEqualTo(4);
    assertThat(json.at("/runs_left_out/0/why").textValue())
        .isEqualTo("a call of the agents failed");
    assertThat(json.at("/verdicts/0/interval")).isEqualTo(efficiency.path("interval"));
    assertThat(json.at("/verdicts/0/more_runs").isNull()).isTrue();
    assertThat(json.at("/correlations/n").intValue()).isEqualTo(3);
    assertThat(json.at("/correlations/efficiency_with_throughput_delta").isNull()).isTrue();
    assertThat(efficiency.path("max").doubleValue()).isEqualTo(100);
    assertThat(json.at("/metrics/ttft_ms/n").intValue()).isEqualTo(6);
    assertThat(json.at("/verdicts/0/slo").textValue()).isEqualTo("efficiency");
  }

  @Test
  void writesNullForAFigureThatNoRunHas() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1).failed(500, "broken"));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));

    assertThat(json.path("outcome").textValue()).isEqualTo("INVALID");
    assertThat(json.path("contention_rate_percent").isNull()).isTrue();
    assertThat(json.path("metrics")).isNotEmpty().allMatch(JsonNode::isNull);
  }

  @Test
  void writesNullForTheSpreadOfOneRun() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));

    assertThat(json.at("/metrics/fairness/std").isNull()).isTrue();
    assertThat(json.at("/metrics/fairness/cv_percent").isNull()).isTrue();
  }

  @Test
  void writesNullForAFigureThatIsNoNumberAndCountsIt() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY, Traces.run(1).beside(0, 0).wall(0), Traces.run(2), Traces.run(3));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));

    assertThat(json.at("/metrics/efficiency_percent/n").intValue()).isEqualTo(2);
    assertThat(json.at("/metrics/efficiency_percent/missing").intValue()).isEqualTo(1);
    assertThat(json.at("/metrics/efficiency_percent/interval").isNull()).isTrue();
    assertThat(json.at("/verdicts/0/interval").isNull()).isTrue();
    assertThat(json.at("/verdicts/0/more_runs").intValue()).isEqualTo(1);
    assertThat(SummaryMarkdown.of(Records.session(RESULTS), List.of(verdict)))
        .contains("| efficiency_percent (TR116), % | 2 | 1 | 90.909 | ")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void namesTheRunsWhoseSoloPartFailed() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY,
            Traces.run(1),
            Traces.run(2)
                .solo(
                    Traces.agent(
                        AgentRole.COLLECTOR,
                        9,
                        Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                    Traces.agent(AgentRole.INSIGHT, 900)),
            Traces.run(3));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));

    assertThat(json.path("runs_left_out")).isEmpty();
    assertThat(json.at("/runs_with_failed_solo/0").intValue()).isEqualTo(2);
    assertThat(json.at("/metrics/efficiency_percent/n").intValue()).isEqualTo(3);
    assertThat(json.at("/metrics/true_speedup/n").intValue()).isEqualTo(2);
    assertThat(json.at("/metrics/true_speedup/missing").intValue()).isEqualTo(1);
    assertThat(SummaryMarkdown.of(Records.session(RESULTS), List.of(verdict)))
        .contains("3 of 5 runs measured. The solo baseline failed in run 2: in no figure");
  }

  @Test
  void namesOutliersByBothRules() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY,
            ttft(1, 100),
            ttft(2, 100),
            ttft(3, 100),
            ttft(4, 101),
            ttft(5, 200));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(verdict)));
    var markdown = SummaryMarkdown.of(Records.session(RESULTS), List.of(verdict));

    assertThat(json.at("/outliers/1/role").textValue()).isEqualTo("collector");
    assertThat(json.at("/outliers/1/figure").textValue()).isEqualTo("ttft");
    assertThat(json.at("/outliers/1/median").doubleValue()).isEqualTo(100);
    assertThat(json.at("/outliers/1/runs_beyond_2_mad").toString()).isEqualTo("[4,5]");
    assertThat(json.at("/outliers/1/runs_flagged").toString()).isEqualTo("[5]");
    assertThat(markdown)
        .contains("(of these, more than 2 % off): collector ttft 4, 5 (5).")
        .contains("TTFT of every call: p95 refused, 10 of 59 calls; p99 refused, 10 of 299 calls.");
  }

  @Test
  void splitsTheSpreadBetweenModels() {
    var gemma = cell("gemma3", 1000, 1250, 1000);
    var qwen = cell("qwen2.5", 2000, 1250, 2000);

    var session = Records.session(RESULTS);
    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(session, List.of(gemma, qwen))));
    var alone = MetricsJsonTest.read(Json.bytes(SummaryJson.of(session, List.of(gemma))));
    var markdown = SummaryMarkdown.of(session, List.of(gemma, qwen));

    var models = json.at("/models/0");
    assertThat(models.path("runtime").textValue()).isEqualTo("structured");
    assertThat(models.at("/runs/gemma3:latest").intValue()).isEqualTo(3);
    assertThat(models.path("between_percent_tr116").doubleValue())
        .isEqualTo(
            models.path("between_variance").doubleValue()
                * 100
                / (models.path("between_variance").doubleValue()
                    + models.path("within_variance").doubleValue()));
    assertThat(models.path("eta_squared").doubleValue()).isBetween(0.5, 0.9);
    assertThat(models.path("omega_squared").doubleValue())
        .isLessThan(models.path("eta_squared").doubleValue());
    var correlations = json.path("correlations_by_model");
    assertThat(correlations).hasSize(2);
    assertThat(correlations.at("/1/model").textValue()).isEqualTo("qwen2.5:7b");
    assertThat(correlations.at("/1/n").intValue()).isEqualTo(3);
    assertThat(correlations.at("/1/efficiency_with_throughput_delta").isNull())
        .as("both agents of these runs are equally fast")
        .isTrue();
    assertThat(alone.path("models")).isEmpty();
    assertThat(markdown).contains("between share (TR116)", "| structured | gemma3 3, qwen2.5 3 |");
  }

  @Test
  void gathersTheCellsOfASession() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1));

    var json =
        MetricsJsonTest.read(
            Json.bytes(SummaryJson.of(Records.session(RESULTS), List.of(verdict, verdict))));

    assertThat(json.path("session").textValue()).isEqualTo("night");
    assertThat(json.path("cells")).hasSize(2);
  }

  @Test
  void readsAsATableWithEveryVerdict() {
    var limits = new EnumMap<SloMetric, SloLimit>(Verdicts.EFFICIENCY);
    limits.put(SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));
    var verdict =
        Verdicts.enforced(
            limits,
            Traces.run(1).beside(1000, 1000).solo().wall(1000),
            Traces.run(2).beside(1000, 1000).solo().wall(1250),
            Traces.run(3).beside(1000, 1000).solo().wall(2000));

    var markdown = SummaryMarkdown.of(Records.session(RESULTS), List.of(verdict));

    assertThat(markdown)
        .startsWith(
            """
            # Session night

            Measured on ollama 0.24.0, started 2026-11-22T03:10:02.123Z.

            ## gemma3 · chimera-homo: FAIL

            3 of 5 runs measured.

            | figure | n | missing | mean [95 % interval] | sd | CV % | min | median | max |
            |---|---|---|---|---|---|---|---|---|
            | concurrency_speedup (TR116), x | 3 | 0 | 1.533 [1.000, 1.867] | 0.503 | 32.825 | 1.000 | 1.600 | 2.000 |
            | efficiency_percent (TR116), % | 3 | 0 | 76.667 [50.000, 93.333] | 25.166 | 32.825 | 50.000 | 80.000 | 100.000 |
            | true_speedup, x | 0 | 3 | - | - | - | - | - | - |
            """)
        .contains("| concurrent wall time, ms | 3 | 0 | 1417 [1083, 2000] |")
        .endsWith(
            """
            | SLO | target/alert | measured | verdict | why |
            |---|---|---|---|---|
            | efficiency | 97/95 % | 76.667 [50.000, 93.333] | FAIL | 76.67 % [50.00, 93.33] (sd 25.17, n 3) is below the alert of 95.00 % |
            | true-speedup | 1.2/1 x | - | INCONCLUSIVE | not measured; it needs tr116.solo=every or once |

            Cost was not judged: no price was given (tr116.price-per-hour).
            """)
        .doesNotContain("null", "Optional", "NaN");
  }

  @Test
  void hasTheEnergyWhereThereIsSome() {
    var runs =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> Traces.run(i).beside(10_000, 10_000).alone(5000, 5000).wall(10_000))
            .map(Traces.RunBuilder::build)
            .map(run -> DualRunMetrics.of(run).with(Energy.of(run, Power.gpu(110))))
            .toList();
    var cell = new CellMetrics(Traces.CELL, runs);
    var measured = Verdicts.verdict(Map.of(), cell, Traces.OLLAMA, true);
    var without = Verdicts.enforced(Map.of(), Traces.run(1));

    var json = MetricsJsonTest.read(Json.bytes(SummaryJson.of(measured)));
    var markdown = SummaryMarkdown.of(Records.session(RESULTS), List.of(measured));

    assertThat(json.at("/energy/source").textValue()).isEqualTo("gpu");
    assertThat(json.at("/energy/joules_per_token_concurrent/mean").doubleValue())
        .isCloseTo(50, within(1e-6));
    assertThat(json.at("/energy/joules_cpu_concurrent").isNull()).isTrue();
    assertThat(markdown)
        .contains("\nEnergy of the GPUs, idle power included.\n\n| figure | n |")
        .contains("| energy of a token side by side, J | 3 | 0 | 50.000 ")
        .doesNotContain("of the processors");
    assertThat(SummaryMarkdown.of(Records.session(RESULTS), List.of(without)))
        .doesNotContain("nergy");
    assertThat(MetricsJsonTest.read(Json.bytes(SummaryJson.of(without))).path("energy").isNull())
        .isTrue();
  }

  @Test
  void warnsOfStandInsAndOfWhatWasLeftOut() {
    var session = Records.session(RESULTS, "tr116.solo", "off", "tr116.price-per-hour", "1");
    var onStandIns =
        new Session(
            session.name(),
            session.directory(),
            session.settings(),
            session.matrix(),
            session.startedAt(),
            Traces.STAND_IN,
            session.environment());

    var markdown = SummaryMarkdown.of(onStandIns, List.of());

    assertThat(markdown)
        .isEqualTo(
            """
            # Session night

            Measured on embedded llama.cpp b4916, stand-in weights, started 2026-11-22T03:10:02.123Z.

            The weights are generated stand-ins: the figures are real times of this machine, and say nothing about the models named.

            No cell was judged.

            true_speedup is absent: no solo baseline was measured (tr116.solo=off).
            """);
  }

  @Test
  void saysWhereAVerdictIsNotEnforced() {
    var verdict =
        Verdicts.reported(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2), Traces.run(3));

    var markdown = SummaryMarkdown.of(Records.session(RESULTS), List.of(verdict));

    assertThat(markdown).contains("## gemma3 · chimera-homo: FAIL (not enforced)\n");
  }

  private static CellVerdict cell(String model, double... walls) {
    var runs =
        IntStream.range(0, walls.length)
            .mapToObj(i -> Traces.run(i + 1).beside(1000, 1000).wall(walls[i]))
            .toArray(Traces.RunBuilder[]::new);
    var id = new CellId("multi", "structured", Model.named(model), "chimera-homo", "x");
    return Verdicts.verdict(Map.of(), Verdicts.cell(id, runs), Traces.OLLAMA, true);
  }

  private static Traces.RunBuilder ttft(int number, double millis) {
    return Traces.run(number)
        .agents(
            Traces.agent(AgentRole.COLLECTOR, 1100, Traces.call().content(millis, 1100)),
            Traces.agent(AgentRole.INSIGHT, 1100));
  }
}
