package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
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
    assertThat(efficiency.path("p95_of_sample").doubleValue()).isEqualTo(98);
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

            | figure | n | mean | std | CV % | min | median | max |
            |---|---|---|---|---|---|---|---|
            | concurrency_speedup (TR116), x | 3 | 1.533 | 0.503 | 32.825 | 1.000 | 1.600 | 2.000 |
            | efficiency_percent (TR116), % | 3 | 76.667 | 25.166 | 32.825 | 50.000 | 80.000 | 100.000 |
            | true_speedup, x | 0 | - | - | - | - | - | - |
            """)
        .contains("| concurrent wall time, ms | 3 | 1417 |")
        .endsWith(
            """
            | SLO | target/alert | measured | verdict | why |
            |---|---|---|---|---|
            | efficiency | 97/95 % | 76.667 | FAIL | 76.67 % (sd 25.17, n 3) is below the alert of 95.00 % |
            | true-speedup | 1.2/1 x | - | INCONCLUSIVE | not measured; it needs tr116.solo=every |

            Cost was not judged: no price was given (tr116.price-per-hour).
            """)
        .doesNotContain("null", "Optional", "NaN");
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
}
