package dev.tr116.slo;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 95th percentile of the TTFT against a target of 2 s and an alert of 3 s. */
class TailJudgementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1999 | PASS | false | p95 of 1999 ms, at most 1999 ms with 95 % confidence (n 60) is within the target of 2000 ms",
        "3000 | PASS | true | p95 of 3000 ms, at most 3000 ms with 95 % confidence (n 60) is above the target of 2000 ms, within the alert of 3000 ms",
        "3001 | FAIL | false | p95 of at least 3001 ms with 95 % confidence (n 60) is above the alert of 3000 ms"
      })
  void judgesAPercentileByItsBounds(double ttft, Outcome outcome, boolean warning, String why) {
    var verdict = judged(ttfts(30, ttft, ttft));

    assertThat(verdict.value()).hasValue(ttft);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.warning()).isEqualTo(warning);
    assertThat(verdict.moreRuns()).isEmpty();
    assertThat(verdict.why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({"5, 25", "3, 27", "29, 1"})
  void refusesAPercentileOfFewCalls(int runs, int more) {
    var verdict = judged(ttfts(runs, 100, 300));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.moreRuns()).hasValue(more);
    assertThat(verdict.why())
        .isEqualTo(
            "p95 is refused: %d of the 59 calls it needs; %d more run%s (or tr116.slo.ttft-p95=off)"
                .formatted(2 * runs, more, more == 1 ? "" : "s"));
  }

  @Test
  void failsAPercentileOfFewCallsThatIsTooHighAllTheSame() {
    var verdict = judged(ttfts(5, 3001, 3500));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.why())
        .isEqualTo(
            "p95 of at least 3500 ms with 95 % confidence (n 10) is above the alert of 3000 ms");
  }

  @Test
  void saysHowManyMoreRunsWouldDecideAPercentile() {
    var runs = ttfts(30, 100, 100);
    runs[7] = ttft(8, 100, 3500);

    var verdict = judged(runs);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.moreRuns())
        .as("1.645^2 x 0.05 x 0.95 / (0.05 - 1/60)^2 = 115.7 calls, less 60, by 2")
        .hasValue(28);
    assertThat(verdict.why())
        .isEqualTo(
            "p95 of 100 ms, between 100 ms and 3500 ms with 95 % confidence (n 60), straddles the"
                + " alert of 3000 ms; about 28 more runs would decide");
  }

  @Test
  void givesNoNumberWhereFivePercentOfTheCallsAreBeyondTheAlert() {
    var runs = ttfts(30, 100, 100);
    for (var i = 0; i < 3; i++) {
      runs[i] = ttft(i + 1, 100, 3500);
    }

    var verdict = judged(runs);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.moreRuns()).isEmpty();
    assertThat(verdict.why()).endsWith("; more than 1000 more runs would be needed");
  }

  private static Traces.RunBuilder[] ttfts(int runs, double collector, double insight) {
    return IntStream.rangeClosed(1, runs)
        .mapToObj(number -> ttft(number, collector, insight))
        .toArray(Traces.RunBuilder[]::new);
  }

  private static Traces.RunBuilder ttft(int number, double collector, double insight) {
    return Traces.run(number)
        .agents(
            Traces.agent(COLLECTOR, 1000, Traces.call().content(collector, 9000)),
            Traces.agent(INSIGHT, 1000, Traces.call().content(insight, 9000)));
  }

  private static Verdict judged(Traces.RunBuilder... runs) {
    var limits = Map.of(SloMetric.TTFT_P95, new SloLimit(2000, 3000));
    return new SloJudge(limits, Optional.empty()).judge(Verdicts.cell(runs)).getFirst();
  }
}
