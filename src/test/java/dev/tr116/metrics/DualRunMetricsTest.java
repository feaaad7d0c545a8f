package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.RunStatus;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DualRunMetricsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void levelEveryFigureThatComparesWithAgentsAlone() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 2000, Traces.call(2000).tokens(21)),
                Traces.agent(INSIGHT, 1100, Traces.call(1100).tokens(11)))
            .solo(
                Traces.agent(COLLECTOR, 1100, Traces.call(1100).tokens(11)),
                Traces.agent(INSIGHT, 1100, Traces.call(1100).tokens(11)))
            .wall(2000)
            .build();

    var metrics = DualRunMetrics.of(run);

    var collector = metrics.agents().getFirst();
    assertThat(collector.slowdown().getAsDouble()).isCloseTo(2000 / 1100.0, within(1e-9));
    assertThat(collector.slowdownLevelled().getAsDouble())
        .as("ten tokens more at 10 a second take 1000 ms more alone")
        .isCloseTo(2000 / 2100.0, within(1e-9));
    assertThat(metrics.trueEfficiencyPercent().getAsDouble()).isCloseTo(55, within(1e-9));
    assertThat(metrics.trueEfficiencyLevelledPercent().getAsDouble())
        .isCloseTo(100 * (2100 + 1100) / 2000.0 / 2, within(1e-9));
    assertThat(metrics.fairness().getAsDouble()).isLessThan(0.95);
    assertThat(metrics.fairnessLevelled().getAsDouble()).isGreaterThan(0.99);
    assertThat(metrics.trueSpeedupLevelledMissing()).isEmpty();
  }

  @Test
  void meanWhatTr116AndTheTrueDefinitionsSay() {
    var run = Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250).build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.id()).isEqualTo(Traces.id(2));
    assertThat(metrics.concurrentWall()).hasValue(1250);
    assertThat(metrics.sequentialEstimated()).hasValue(2200);
    assertThat(metrics.concurrencySpeedup()).hasValue(1.76);
    assertThat(metrics.efficiencyPercent()).hasValue(88);
    assertThat(metrics.serverTimeSpeedup().getAsDouble())
        .as("(90 + 900 + 90 + 1100) / 1250")
        .isEqualTo(1.744, EXACTLY);
    assertThat(metrics.trueSpeedup()).hasValue(1.36);
    assertThat(metrics.trueEfficiencyPercent()).hasValue(68);
    assertThat(metrics.trueSpeedupLevelled()).as("equal token counts").hasValue(1.36);
    assertThat(metrics.agent(COLLECTOR).orElseThrow().slowdown()).hasValue(1.25);
    assertThat(metrics.agent(INSIGHT).orElseThrow().slowdown().getAsDouble())
        .isEqualTo(4.0 / 3, EXACTLY);
    assertThat(metrics.fairness().getAsDouble())
        .as("(0.8 + 0.75)^2 / (2 (0.64 + 0.5625))")
        .isEqualTo(2.4025 / 2.405, EXACTLY);
    assertThat(metrics.contention()).isEmpty();
    assertThat(metrics.contentionDetected()).isFalse();
    assertThat(metrics.succeeded()).isTrue();
  }

  @Test
  void takeDeltasAsCollectorMinusInsight() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(
                    COLLECTOR, 1000, Traces.call().content(150, 1000).server(1000, 0, 0, 500)),
                Traces.agent(
                    INSIGHT, 1000, Traces.call().content(100, 1000).server(1000, 0, 0, 1000)))
            .build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.throughputDelta()).as("22 - 11 tok/s").hasValue(11);
    assertThat(metrics.ttftDelta()).as("150 - 100 ms").hasValue(50);
  }

  @Test
  void haveNoDeltaWithoutBothRoles() {
    var run =
        Traces.run(1)
            .agents(Traces.agent(COLLECTOR, 900), Traces.agent(new AgentRole("third"), 1000))
            .build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.throughputDelta()).isEmpty();
    assertThat(metrics.ttftDelta()).isEmpty();
    assertThat(metrics.concurrencySpeedup()).isPresent();
  }

  @Test
  void takeTheSkewBetweenBothSentStamps() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 1100, Traces.call().sent(3.5)),
                Traces.agent(INSIGHT, 1100, Traces.call().sent(1.25)))
            .build();

    assertThat(DualRunMetrics.of(run).startSkew()).hasValue(2.25);
  }

  @Test
  void levelTheBaselinesOfUnequalAnswers() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 2000, Traces.call(2000).tokens(21)),
                Traces.agent(INSIGHT, 2000, Traces.call(2000).tokens(11)))
            .solo(
                Traces.agent(COLLECTOR, 1100, Traces.call(1100).tokens(11)),
                Traces.agent(INSIGHT, 1100, Traces.call(1100).tokens(11)))
            .wall(2000)
            .build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.trueSpeedup()).as("(1100 + 1100) / 2000").hasValue(1.1);
    assertThat(metrics.trueSpeedupLevelled().getAsDouble())
        .as("(2100 + 1100) / 2000")
        .isEqualTo(1.6, EXACTLY);
  }

  @Test
  void tellATrueSpeedupBelowOneWhereTr116SeesPerfection() {
    var run = Traces.run(1).beside(3000, 3000).alone(1000, 1000).wall(3000).build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.efficiencyPercent()).hasValue(100);
    assertThat(metrics.trueSpeedup().getAsDouble()).isEqualTo(2.0 / 3, EXACTLY);
    assertThat(metrics.trueEfficiencyPercent().getAsDouble()).isEqualTo(100.0 / 3, EXACTLY);
    assertThat(metrics.fairness().getAsDouble()).isEqualTo(1, EXACTLY);
  }

  @Test
  void haveNoTrueFigureWithoutEverySoloBaseline() {
    var run = Traces.run(1).solo(Traces.agent(COLLECTOR, 800)).build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.trueSpeedup()).isEmpty();
    assertThat(metrics.trueSpeedupLevelled()).isEmpty();
    assertThat(metrics.trueEfficiencyPercent()).isEmpty();
    assertThat(metrics.fairness()).isEmpty();
    assertThat(metrics.loss()).isEmpty();
    assertThat(metrics.concurrencySpeedup()).isPresent();
    assertThat(metrics.agent(COLLECTOR).orElseThrow().slowdown()).hasValue(1.25);
  }

  @Test
  void haveNoServerTimeSpeedupWhereAServerTellsNoTime() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 1000),
                Traces.agent(INSIGHT, 1000, Traces.call(1000).silentServer()))
            .build();

    assertThat(DualRunMetrics.of(run).serverTimeSpeedup()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "3000 | 0 | 1.50 | -",
        "3001 | 0 | 1.50 | ttft of collector is 3001 ms, above 3000 ms",
        "0 | 3001 | 1.50 | ttft of insight is 3001 ms, above 3000 ms",
        "0 | 0 | 1.49 | concurrency_speedup is 1.490, below 1.50"
      })
  void keepTheReasonOfEachOfTr116sRules(
      double collectorTtft, double insightTtft, double speedup, String reason) {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 4470, Traces.call().content(collectorTtft, 4000)),
                Traces.agent(INSIGHT, 4470, Traces.call().content(insightTtft, 4000)))
            .wall(8940 / speedup)
            .build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.contention()).isEqualTo(reason == null ? List.of() : List.of(reason));
    assertThat(metrics.contentionDetected()).isEqualTo(reason != null);
  }

  @Test
  void keepBothReasonsForContention() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 4000, Traces.call().content(3500, 4000)),
                Traces.agent(INSIGHT, 4000, Traces.call().content(3600, 4000)))
            .wall(8000)
            .build();

    assertThat(DualRunMetrics.of(run).contention())
        .containsExactly(
            "ttft of collector is 3500 ms, above 3000 ms",
            "ttft of insight is 3600 ms, above 3000 ms",
            "concurrency_speedup is 1.000, below 1.50");
  }

  @Test
  void cannotSeeContentionOfOneAgentInItsSpeedup() {
    var run = Traces.run(1).agents(Traces.agent(COLLECTOR, 1000)).wall(1000).build();

    var metrics = DualRunMetrics.of(run);

    assertThat(metrics.concurrencySpeedup()).hasValue(1);
    assertThat(metrics.contention()).isEmpty();
  }

  @Test
  void holdNoFigureOfARunThatFailed() {
    var metrics = DualRunMetrics.of(Traces.run(1).failed(500, "broken").build());

    assertThat(metrics.succeeded()).isFalse();
    assertThat(metrics.concurrentWall()).isEmpty();
    assertThat(metrics.sequentialEstimated()).isEmpty();
    assertThat(metrics.concurrencySpeedup()).isEmpty();
    assertThat(metrics.efficiencyPercent()).isEmpty();
    assertThat(metrics.serverTimeSpeedup()).isEmpty();
    assertThat(metrics.throughputDelta()).isEmpty();
    assertThat(metrics.ttftDelta()).isEmpty();
    assertThat(metrics.startSkew()).isEmpty();
    assertThat(metrics.contention()).isEmpty();
    assertThat(metrics.trueSpeedup()).isEmpty();
    assertThat(metrics.trueEfficiencyPercent()).isEmpty();
    assertThat(metrics.fairness()).isEmpty();
    assertThat(metrics.loss()).isEmpty();
    assertThat(metrics.agents()).hasSize(2);
  }

  @Test
  void holdNoFigureOfARunThatNeverBegan() {
    var run = Traces.run(1).agents().solo().build(RunStatus.INTERRUPTED);

    assertThat(DualRunMetrics.of(run).succeeded()).isFalse();
  }

  @Test
  void aRunMeasuredElsewhereNeedsItsWallTimes() {
    var agents = DualRunMetrics.of(Traces.run(1).build()).agents();
    var failed = DualRunMetrics.of(Traces.run(1).failed(500, "no").build()).agents();

    assertThat(DualRunMetrics.of(Traces.id(1), agents, 1210).concurrencySpeedup())
        .isEqualTo(DualRunMetrics.of(Traces.run(1).build()).concurrencySpeedup());
    assertThatThrownBy(() -> DualRunMetrics.of(Traces.id(1), agents, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a wall time of 0.0 ms");
    assertThatThrownBy(() -> DualRunMetrics.of(Traces.id(1), agents, Double.NaN))
        .hasMessageContaining("has a wall time of NaN ms");
    assertThatThrownBy(() -> DualRunMetrics.of(Traces.id(1), failed, 1210))
        .hasMessageContaining("needs the wall time of each agent");
  }

  @Test
  void theMeanSlowdownNeedsABaselineForEachAgent() {
    var whole = DualRunMetrics.of(Traces.run(1).beside(1000, 1200).alone(500, 1000).build());
    var half =
        DualRunMetrics.of(
            Traces.run(1).beside(1000, 1200).solo(Traces.agent(COLLECTOR, 500)).build());

    assertThat(whole.meanSlowdown().orElseThrow()).as("(2 + 1.2) / 2").isEqualTo(1.6, within(1e-9));
    assertThat(half.meanSlowdown()).isEmpty();
  }

  @Test
  void oneAgentHasNobodyToContendWith() {
    var one = DualRunMetrics.of(Traces.run(1).agents(Traces.agent(COLLECTOR, 1000)).solo().build());

    assertThat(one.mayContend()).isFalse();
    assertThat(DualRunMetrics.of(Traces.run(1).build()).mayContend()).isTrue();
  }
}
