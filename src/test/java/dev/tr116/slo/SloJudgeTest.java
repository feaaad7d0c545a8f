package dev.tr116.slo;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Power;
import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.plan.AgentRole;
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
        "99 98 99.5 98.5 99 | PASS | false | is within the target of 97.00 %",
        "96 96.2 95.9 96 96.1 | PASS | true | is below the target of 97.00 %, within the alert of 95.00 %",
        "94 93 92 94.5 93.5 | FAIL | false | is below the alert of 95.00 %",
        "92 97 98 97 96 | INCONCLUSIVE | false | straddles the alert of 95.00 %; about "
      })
  void judgesAMeanByItsInterval(String values, Outcome outcome, boolean warning, String side) {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, efficiencies(values));

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.warning()).isEqualTo(warning);
    assertThat(verdict.interval().orElseThrow().contains(verdict.value().orElseThrow())).isTrue();
    assertThat(verdict.moreRuns().isPresent()).isEqualTo(outcome == Outcome.INCONCLUSIVE);
    assertThat(verdict.why())
        .matches("9\\d\\.\\d\\d % \\[9\\d\\.\\d\\d, 9\\d\\.\\d\\d\\] \\(sd .*, n 5\\) .*")
        .contains(side);
  }

  @Test
  void judgesAMeanThatShouldBeLowByItsUpperEnd() {
    var cheap = costs(0.29, 0.28, 0.299);
    var dear = costs(0.31, 0.301, 0.32);
    var either = costs(0.29, 0.31, 0.28);

    assertThat(cheap.outcome()).isEqualTo(Outcome.PASS);
    assertThat(cheap.warning()).isTrue();
    assertThat(dear.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(dear.why()).endsWith(" is above the alert of 0.3000 USD");
    assertThat(either.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void saysHowManyMoreRunsWouldDecide() {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, efficiencies("92 97 98 97 96"));

    var arm = 96 - verdict.interval().orElseThrow().low();
    var needed = (int) Math.ceil(5 * arm * arm);
    assertThat(verdict.moreRuns()).hasValue(needed - 5);
    assertThat(verdict.why()).endsWith("; about %d more runs would decide".formatted(needed - 5));
  }

  @Test
  void countsRunsFromTheSideTheMeanLiesOn() {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, efficiencies("98 93 92 93 94"));

    var arm = verdict.interval().orElseThrow().high() - 94;
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.moreRuns()).hasValue((int) Math.ceil(5 * arm * arm) - 5);
  }

  @Test
  void givesNoNumberWhereTheMeanIsTheLimit() {
    var runs =
        new Traces.RunBuilder[] {
          Traces.run(1).beside(1000, 1000).wall(1000),
          Traces.run(2).beside(1000, 1000).wall(1250),
          Traces.run(3).beside(1000, 1000).wall(2000)
        };
    var mean = (2.0 + 1.6 + 1.0) / 3;

    var verdict = judged(SloMetric.CONCURRENCY_SPEEDUP, mean, mean, runs);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.moreRuns()).isEmpty();
    assertThat(verdict.why())
        .endsWith("; the mean is so close to it that more than 1000 more runs would be needed");
  }

  @Test
  void doesNotJudgeAMeanOfFewerThanThree() {
    var verdict =
        judged(
            SloMetric.CONCURRENCY_SPEEDUP,
            1.95,
            1.90,
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(1250),
            Traces.run(3).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.value().getAsDouble()).isCloseTo(1.8, within(1e-9));
    assertThat(verdict.interval()).isEmpty();
    assertThat(verdict.moreRuns()).hasValue(1);
    assertThat(verdict.why())
        .isEqualTo("1.80x (n 2) has no interval; that needs at least 1 more run");
  }

  @Test
  void judgesTheSlowerAgentsDecodeRate() {
    var runs =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                number ->
                    Traces.run(number)
                        .agents(
                            Traces.agent(COLLECTOR, 1100, Traces.call().tokens(11)),
                            Traces.agent(INSIGHT, 1100, Traces.call().tokens(6))))
            .toArray(Traces.RunBuilder[]::new);

    var verdict = judged(SloMetric.DECODE_RATE, 8, 4, runs);

    assertThat(verdict.why())
        .isEqualTo(
            "5.00 tok/s [5.00, 5.00] (sd 0.00, n 3) is below the target of 8.00 tok/s,"
                + " within the alert of 4.00 tok/s");
  }

  @Test
  void judgesContentionAsItWasCounted() {
    var verdict =
        judged(
            SloMetric.CONTENTION_RATE,
            1,
            5,
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(2000));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.interval()).isEmpty();
    assertThat(verdict.why())
        .isEqualTo(
            "50.00 % (1 of 2, at most 97.47 % with 95 % confidence) is above the alert of 5.00 %");
  }

  @Test
  void saysHowLargeAShareOfNoneMayBe() {
    var verdict = judged(SloMetric.CONTENTION_RATE, 1, 5, efficiencies("99 99 99 99 99"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    assertThat(verdict.why())
        .as("1 - 0.05^(1/5)")
        .isEqualTo(
            "0.00 % (0 of 5, at most 45.07 % with 95 % confidence) is within the target of 1.00 %");
  }

  @Test
  void judgesErrorsAsAShareOfCalls() {
    var verdict =
        judged(SloMetric.ERROR_RATE, 0.1, 1, Traces.run(1), Traces.run(2).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.why()).startsWith("14.29 % (1 of 7, at most 52.07 %");
  }

  @Test
  void judgesCostOnlyWhereThereIsAPrice() {
    var limits = Map.of(SloMetric.COST_PER_1000, new SloLimit(0.20, 0.30));

    var without = new SloJudge(limits, Optional.empty()).judge(Verdicts.cell(Traces.run(1)));

    assertThat(without).isEmpty();
    assertThat(costs(0.1, 0.1, 0.1).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void judgesTheEnergyOfATokenOverTheRuns() {
    var runs =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> Traces.run(i).beside(10_000, 10_000).wall(10_000).build())
            .map(run -> DualRunMetrics.of(run).with(Energy.of(run, Power.gpu(110))))
            .toList();
    var limits = Map.of(SloMetric.JOULES_PER_TOKEN, new SloLimit(40, 45));
    var judge = new SloJudge(limits, Optional.empty());

    var verdict = judge.judge(new CellMetrics(Traces.CELL, runs)).getFirst();
    var unmeasured = judge.judge(Verdicts.cell(Traces.run(1))).getFirst();

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.why())
        .isEqualTo("50.00 J [50.00, 50.00] (sd 0.00, n 3) is above the alert of 45.00 J");
    assertThat(unmeasured.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(unmeasured.why())
        .isEqualTo("not measured; energy_missing in the runs' records says why");
  }

  @Test
  void cannotTellWithoutAValue() {
    var verdict = judged(SloMetric.TRUE_SPEEDUP, 1.2, 1.0, Traces.run(1).solo());

    assertThat(verdict.value()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.warning()).isFalse();
    assertThat(verdict.why()).isEqualTo("not measured; it needs tr116.solo=every or once");
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
  void letsAValuePassThatIsItsLimit() {
    var runs =
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> Traces.run(number).beside(1000, 1000).wall(1000))
            .toArray(Traces.RunBuilder[]::new);

    var atTarget = judged(SloMetric.CONCURRENCY_SPEEDUP, 2, 1, runs);
    var atAlert = judged(SloMetric.CONCURRENCY_SPEEDUP, 3, 2, runs);

    assertThat(atTarget.outcome()).isEqualTo(Outcome.PASS);
    assertThat(atTarget.warning()).isFalse();
    assertThat(atAlert.outcome()).isEqualTo(Outcome.PASS);
    assertThat(atAlert.warning()).isTrue();
  }

  @Test
  void showsAnIntervalApartFromTheLimitItMisses() {
    var verdict = judged(SloMetric.EFFICIENCY, 97, 95, efficiencies("94.9999 94.9999 94.9999"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.why())
        .isEqualTo("94.9999 % [94.9999, 94.9999] (sd 0.00, n 3) is below the alert of 95.00 %");
  }

  @Test
  void leavesOutAndCountsAFigureThatIsNoNumber() {
    var verdict =
        judged(
            SloMetric.EFFICIENCY,
            97,
            95,
            Traces.run(1).beside(0, 0).wall(0),
            Traces.run(2).beside(1000, 1000).wall(1000));

    assertThat(verdict.value()).hasValue(100);
    assertThat(verdict.why()).startsWith("100.00 % (n 1)");
  }

  @Test
  void isNotChangedByWhoeverMadeIt() {
    var limits = new EnumMap<>(Map.of(SloMetric.EFFICIENCY, new SloLimit(97, 95)));
    var judge = new SloJudge(limits, Optional.empty());

    limits.clear();

    assertThat(judge.judge(Verdicts.cell(Traces.run(1)))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "99 98, true",
    "99 98 99.5 98.5 99, false",
    "94 93 92 94.5 93.5, false",
    "92 97 98 97 96, true"
  })
  void wantsMoreRunsWhileThereAreTooFewOrAMeanIsUndecided(String values, boolean more) {
    assertThat(wantsMore(SloMetric.EFFICIENCY, 97, 95, 1, efficiencies(values))).isEqualTo(more);
  }

  @Test
  void wantsMoreRunsForAPercentileOnlyIfThereMayBeSoMany() {
    var runs =
        IntStream.rangeClosed(1, 5)
            .mapToObj(number -> ttft(number, 100, 300))
            .toArray(Traces.RunBuilder[]::new);

    assertThat(wantsMore(SloMetric.TTFT_P95, 2000, 3000, 24, runs)).isFalse();
    assertThat(wantsMore(SloMetric.TTFT_P95, 2000, 3000, 25, runs)).isTrue();
  }

  @Test
  void wantsNoRunsForWhatTheyWillNotHave() {
    assertThat(wantsMore(SloMetric.TRUE_SPEEDUP, 1.2, 1, 9, withoutSolo(3))).isFalse();
  }

  private static Traces.RunBuilder[] withoutSolo(int runs) {
    return IntStream.rangeClosed(1, runs)
        .mapToObj(number -> Traces.run(number).beside(1000, 1000).solo())
        .toArray(Traces.RunBuilder[]::new);
  }

  private static boolean wantsMore(
      SloMetric metric, double target, double alert, int possible, Traces.RunBuilder... runs) {
    var limits = Map.of(metric, new SloLimit(target, alert));
    return new SloJudge(limits, Optional.empty()).wantsMore(Verdicts.cell(runs), possible);
  }

  private static Traces.RunBuilder[] efficiencies(String values) {
    var each = values.split(" ", -1);
    return IntStream.range(0, each.length)
        .mapToObj(
            i -> Traces.run(i + 1).beside(1000, 1000).wall(100_000 / Double.parseDouble(each[i])))
        .toArray(Traces.RunBuilder[]::new);
  }

  private static Verdict costs(double... dollars) {
    var runs =
        IntStream.range(0, dollars.length)
            .mapToObj(i -> Traces.run(i + 1).beside(1000, 1000).wall(3600 * dollars[i]))
            .toArray(Traces.RunBuilder[]::new);
    var limits = Map.of(SloMetric.COST_PER_1000, new SloLimit(0.20, 0.30));
    return new SloJudge(limits, Optional.of(BigDecimal.ONE)).judge(Verdicts.cell(runs)).getFirst();
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

  @Test
  void holdsTheSpeedupOfThreeAgentsAgainstALimitOfTheUsersOnly() {
    var three =
        Verdicts.cell(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1000),
                    Traces.agent(INSIGHT, 1000),
                    Traces.agent(new AgentRole("critic"), 1000))
                .solo());
    var metric = SloMetric.CONCURRENCY_SPEEDUP;
    var tr116 = new SloJudge(Map.of(metric, metric.standard().orElseThrow()), Optional.empty());
    var own = new SloJudge(Map.of(metric, new SloLimit(2.8, 2.5)), Optional.empty());

    assertThat(tr116.judge(three)).isEmpty();
    assertThat(own.judge(three)).singleElement().extracting(Verdict::metric).isEqualTo(metric);
  }
}
