package dev.tr116.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpositionTest {
  private static final String LABELS =
      "{suite=\"multi\",runtime=\"structured\",model=\"gemma3:latest\",scenario=\"chimera-homo\","
          + "options=\"gpu80_ctx512_temp10\",agents=\"2\",backend=\"ollama\",weights=\"as-served\"} ";

  @Test
  void givesWhatWasMeasuredInBaseUnits() {
    var text =
        write(
            verdict(
                Traces.run(1).beside(1000, 1000).wall(1000).alone(800, 800),
                Traces.run(2).beside(1000, 1000).wall(1000).alone(800, 800)),
            Optional.of(new BigDecimal("1.8")));

    assertThat(text.lines())
        .contains(
            "tr116_session_info{session=\"night\",backend=\"ollama\",version=\"0.24.0\","
                + "weights=\"as-served\"} 1",
            "tr116_session_start_time_seconds 1795317002.123",
            "tr116_runs_planned" + LABELS + "5",
            "tr116_runs_measured" + LABELS + "2",
            "tr116_concurrency_speedup_ratio" + LABELS + "2",
            "tr116_efficiency_ratio" + LABELS + "1",
            "tr116_true_efficiency_ratio" + LABELS + "0.8",
            "tr116_wall_time_seconds" + LABELS + "1",
            "tr116_cost_per_1000_executions_dollars" + LABELS + "0.5",
            "tr116_error_ratio" + LABELS + "0");
  }

  @Test
  void leavesOutWhatWasNotMeasured() {
    var text = write(verdict(Traces.run(1).solo()), Optional.empty());

    assertThat(text)
        .contains("tr116_efficiency_ratio{")
        .doesNotContain("true_speedup", "ttft_p95", "cost_per_1000", "tokens_per_dollar", "joules");
  }

  @Test
  void givesA95thPercentileOnlyFromCallsThatSupportIt() {
    var runs = IntStream.rangeClosed(1, 30).mapToObj(Traces::run).toArray(Traces.RunBuilder[]::new);

    assertThat(write(verdict(runs), Optional.empty()))
        .contains("tr116_ttft_p95_seconds" + LABELS + "0.1\n");
  }

  @Test
  void escapesWhatUsersNamed() {
    var cell =
        new CellId("multi", "structured", new Model("a\"b\\c\nd:x"), "chimera-homo", "gpu80");
    var verdict =
        Verdicts.verdict(Map.of(), Verdicts.cell(cell, Traces.run(1)), Traces.OLLAMA, false);

    assertThat(write(verdict, Optional.empty()).lines())
        .filteredOn(line -> line.startsWith("tr116_runs_measured"))
        .singleElement()
        .asString()
        .contains("model=\"a\\\"b\\\\c\\nd:x\"");
  }

  @ParameterizedTest
  @EnumSource(SloMetric.class)
  void everyObjectiveHasAGauge(SloMetric metric) {
    assertThat(Gauge.of(metric).metricName()).matches("tr116_[a-z0-9_]+");
  }

  private static CellVerdict verdict(Traces.RunBuilder... runs) {
    return Verdicts.verdict(Map.of(), Verdicts.cell(runs), Traces.OLLAMA, false);
  }

  private static String write(CellVerdict verdict, Optional<BigDecimal> price) {
    return Exposition.of("night", Traces.STARTED_AT, Traces.OLLAMA, List.of(verdict), price);
  }
}
