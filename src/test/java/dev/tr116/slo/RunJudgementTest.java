package dev.tr116.slo;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One run, held against the objectives by itself. */
class RunJudgementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | PASS | false | 100.00 % is within the target of 97.00 %",
        "1040 | PASS | true | 96.15 % is below the target of 97.00 %, within the alert of 95.00 %",
        "1052.632 | FAIL | false | 94.99996 % is below the alert of 95.00 %",
        "1060 | FAIL | false | 94.34 % is below the alert of 95.00 %"
      })
  void comparesAndSaysThatItIsOneRun(double wall, Outcome outcome, boolean warning, String why) {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, Traces.run(1).beside(1000, 1000).wall(wall));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.warning()).isEqualTo(warning);
    assertThat(verdict.interval()).isEmpty();
    assertThat(verdict.moreRuns()).isEmpty();
    assertThat(verdict.why()).isEqualTo(why + " (this run alone)");
  }

  @Test
  void takesTheSlowestCallForAPercentile() {
    var verdict =
        judged(
            SloMetric.TTFT_P95,
            200,
            300,
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1000, Traces.call().content(100, 900)),
                    Traces.agent(INSIGHT, 1000, Traces.call().content(301, 900))));

    assertThat(verdict.value()).hasValue(301);
    assertThat(verdict.why())
        .isEqualTo("301 ms is above the alert of 300 ms (slowest of 2 calls, this run alone)");
  }

  @Test
  void countsTheCallsThatFailed() {
    var verdict = judged(SloMetric.ERROR_RATE, 0.1, 1, Traces.run(1).failed(500, "broken"));

    assertThat(verdict.why())
        .isEqualTo("33.33 % is above the alert of 1.00 % (1 of 3, this run alone)");
  }

  @ParameterizedTest
  @CsvSource({"EFFICIENCY", "TTFT_P95", "CONTENTION_RATE"})
  void cannotTellWhereTheRunFailed(SloMetric metric) {
    var limit = metric.standard().orElseThrow();

    var verdict =
        judged(metric, limit.target(), limit.alert(), Traces.run(1).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.why()).isEqualTo("not measured");
  }

  private static Verdict judged(
      SloMetric metric, double target, double alert, Traces.RunBuilder run) {
    var judge = new SloJudge(Map.of(metric, new SloLimit(target, alert)), Optional.empty());
    return judge.judge(DualRunMetrics.of(run.build())).getFirst();
  }
}
