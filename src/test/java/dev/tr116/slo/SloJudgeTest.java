package dev.tr116.slo;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.trace.FailureKind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloJudgeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | PASS | false | 100.00 % (n 1) is within the target of 97.00 %",
        "1030 | PASS | false | 97.09 % (n 1) is within the target of 97.00 %",
        "1040 | PASS | true | 96.15 % (n 1) is below the target of 97.00 %, within the alert of 95.00 %",
        "1060 | FAIL | false | 94.34 % (n 1) is below the alert of 95.00 %"
      })
  void wantsMoreOfAnEfficiency(double wall, Outcome outcome, boolean warning, String why) {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, Traces.run(1).beside(1000, 1000).wall(wall));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.warning()).isEqualTo(warning);
    assertThat(verdict.why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1999 | PASS | false | 1999 ms (sd 0.00, n 2) is within the target of 2000 ms",
        "2000 | PASS | false | 2000 ms (sd 0.00, n 2) is within the target of 2000 ms",
        "2001 | PASS | true | 2001 ms (sd 0.00, n 2) is above the target of 2000 ms, within the alert of 3000 ms",
        "3000 | PASS | true | 3000 ms (sd 0.00, n 2) is above the target of 2000 ms, within the alert of 3000 ms",
        "3001 | FAIL | false | 3001 ms (sd 0.00, n 2) is above the alert of 3000 ms"
      })
  void wantsLessOfALatency(double ttft, Outcome outcome, boolean warning, String why) {
    var verdict = judged(SloMetric.TTFT_P95, 2000, 3000, ttft(1, ttft, ttft));

    assertThat(verdict.value()).hasValue(ttft);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.warning()).isEqualTo(warning);
    assertThat(verdict.why())
        .isEqualTo(
            why + " (p95 of this sample only; 59 calls would support it at 95 % confidence)");
  }

  @Test
  void leavesTheNoteOutOnceTheSampleSupportsItsP95() {
    var runs =
        IntStream.rangeClosed(1, 30)
            .mapToObj(number -> ttft(number, 100, 300))
            .toArray(Traces.RunBuilder[]::new);

    var verdict = judged(SloMetric.TTFT_P95, 2000, 3000, runs);

    assertThat(verdict.why()).isEqualTo("300 ms (sd 100.84, n 60) is within the target of 2000 ms");
  }

  @Test
  void judgesTheMeanOverRuns() {
    var verdict =
        judged(
            SloMetric.CONCURRENCY_SPEEDUP,
            1.95,
            1.90,
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(1250),
            Traces.run(3).failed(500, "broken"));

    assertThat(verdict.value().getAsDouble()).isCloseTo(1.8, within(1e-9));
    assertThat(verdict.why()).isEqualTo("1.80x (sd 0.28, n 2) is below the alert of 1.90x");
  }

  @Test
  void judgesTheSlowerAgentsDecodeRate() {
    var verdict =
        judged(
            SloMetric.DECODE_RATE,
            8,
            4,
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1100, Traces.call().tokens(11)),
                    Traces.agent(INSIGHT, 1100, Traces.call().tokens(6))));

    assertThat(verdict.why())
        .isEqualTo(
            "5.00 tok/s (n 1) is below the target of 8.00 tok/s, within the alert of 4.00 tok/s");
  }

  @Test
  void judgesContentionAsAShareOfRuns() {
    var verdict =
        judged(
            SloMetric.CONTENTION_RATE,
            1,
            5,
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(2000));

    assertThat(verdict.why()).isEqualTo("50.00 % (n 2) is above the alert of 5.00 %");
  }

  @Test
  void judgesErrorsAsAShareOfCalls() {
    var verdict =
        judged(SloMetric.ERROR_RATE, 0.1, 1, Traces.run(1), Traces.run(2).failed(500, "broken"));

    assertThat(verdict.why()).isEqualTo("14.29 % (n 7) is above the alert of 1.00 %");
  }

  @Test
  void judgesCostOnlyWhereThereIsAPrice() {
    var cell = Verdicts.cell(Traces.run(1).beside(1000, 1000).wall(3600));
    var limits = Map.of(SloMetric.COST_PER_1000, new SloLimit(0.20, 0.30));

    var without = new SloJudge(limits, Optional.empty()).judge(cell);
    var with = new SloJudge(limits, Optional.of(new BigDecimal("0.25"))).judge(cell);

    assertThat(without).isEmpty();
    assertThat(with)
        .singleElement()
        .satisfies(
            verdict ->
                assertThat(verdict.why())
                    .isEqualTo(
                        "0.2500 USD (n 1) is above the target of 0.2000 USD,"
                            + " within the alert of 0.3000 USD"));
  }

  @Test
  void cannotTellWithoutAValue() {
    var verdict = judged(SloMetric.TRUE_SPEEDUP, 1.2, 1.0, Traces.run(1).solo());

    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.warning()).isFalse();
    assertThat(verdict.why()).isEqualTo("not measured; it needs tr116.solo=every");
  }

  @Test
  void cannotTellWhereEveryRunFailed() {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, Traces.run(1).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.why()).isEqualTo("not measured");
  }

  @Test
  void judgesOnlyWhatIsLimitedInOneOrder() {
    var limits = new EnumMap<SloMetric, SloLimit>(SloMetric.class);
    limits.put(SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));
    limits.put(SloMetric.EFFICIENCY, new SloLimit(97, 95));

    var verdicts = new SloJudge(limits, Optional.empty()).judge(Verdicts.cell(Traces.run(1)));

    assertThat(verdicts)
        .extracting(Verdict::metric)
        .containsExactly(SloMetric.EFFICIENCY, SloMetric.TRUE_SPEEDUP);
  }

  @Test
  void namesTheWorstRunOfEachMetric() {
    var cell =
        Verdicts.cell(
            ttft(1, 100, 900).wall(1200),
            ttft(2, 100, 200).wall(1600),
            Traces.run(3)
                .solo(
                    Traces.agent(
                        COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                    Traces.agent(INSIGHT, 900)));
    var limits =
        Map.of(
            SloMetric.CONCURRENCY_SPEEDUP, new SloLimit(1.95, 1.90),
            SloMetric.TTFT_P95, new SloLimit(2000, 3000),
            SloMetric.CONTENTION_RATE, new SloLimit(1, 5),
            SloMetric.ERROR_RATE, new SloLimit(0.1, 1),
            SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));

    var worst =
        new SloJudge(limits, Optional.empty())
            .verdict(cell, Traces.OLLAMA, true, Map.of(), 3)
            .worst();

    assertThat(worst.get(SloMetric.CONCURRENCY_SPEEDUP))
        .isEqualTo(new WorstRun(Traces.id(2), 1.25));
    assertThat(worst.get(SloMetric.TTFT_P95)).isEqualTo(new WorstRun(Traces.id(1), 900));
    assertThat(worst.get(SloMetric.CONTENTION_RATE)).isEqualTo(new WorstRun(Traces.id(2), 100));
    assertThat(worst.get(SloMetric.ERROR_RATE)).isEqualTo(new WorstRun(Traces.id(3), 25));
    assertThat(worst.get(SloMetric.TRUE_SPEEDUP).id()).isEqualTo(Traces.id(2));
  }

  @Test
  void showsAValueApartFromTheLimitItMisses() {
    var verdict =
        judged(SloMetric.EFFICIENCY, 97, 95, Traces.run(1).beside(1000, 1000).wall(1052.632));

    assertThat(verdict.why()).isEqualTo("94.99996 % (n 1) is below the alert of 95.00 %");
  }

  @Test
  void isNotChangedByWhoeverMadeIt() {
    var limits = new EnumMap<>(Map.of(SloMetric.EFFICIENCY, new SloLimit(97, 95)));
    var judge = new SloJudge(limits, Optional.empty());

    limits.clear();

    assertThat(judge.judge(Verdicts.cell(Traces.run(1)))).hasSize(1);
  }

  private static Traces.RunBuilder ttft(int number, double collector, double insight) {
    return Traces.run(number)
        .agents(
            Traces.agent(COLLECTOR, 1000, Traces.call().content(collector, 9000)),
            Traces.agent(INSIGHT, 1000, Traces.call().content(insight, 9000)));
  }

  private static Verdict judged(
      SloMetric metric, double target, double alert, Traces.RunBuilder... runs) {
    var judge = new SloJudge(Map.of(metric, new SloLimit(target, alert)), Optional.empty());
    return judge.judge(Verdicts.cell(runs)).getFirst();
  }
}
