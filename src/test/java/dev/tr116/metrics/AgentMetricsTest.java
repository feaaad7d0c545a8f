package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ReusedSolo;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentMetricsTest {
  @Test
  void areThoseOfItsCall() {
    var metrics = AgentMetrics.of(Traces.agent(COLLECTOR, 1100), Optional.empty());

    assertThat(metrics.role()).isEqualTo(COLLECTOR);
    assertThat(metrics.wall()).hasValue(1100);
    assertThat(metrics.ttft()).hasValue(100);
    assertThat(metrics.throughput()).hasValue(11);
    assertThat(metrics.decodeRate()).hasValue(10);
    assertThat(metrics.calls()).hasSize(1);
    assertThat(metrics.soloCalls()).isEmpty();
    assertThat(metrics.solo()).isEmpty();
    assertThat(metrics.slowdown()).isEmpty();
  }

  @Test
  void areMeansOverSeveralCalls() {
    var run =
        Traces.agent(
            COLLECTOR,
            2000,
            Traces.call().content(100, 1100).server(1000, 0, 0, 1000),
            Traces.call().content(300, 1300).server(500, 0, 0, 500));

    var metrics = AgentMetrics.of(run, Optional.empty());

    assertThat(metrics.wall()).hasValue(2000);
    assertThat(metrics.ttft()).hasValue(200);
    assertThat(metrics.throughput()).hasValue(16.5);
    assertThat(metrics.decodeRate()).hasValue(10);
  }

  @Test
  void leaveOutAMeanThatACallLacks() {
    var run = Traces.agent(COLLECTOR, 2000, Traces.call(), Traces.call().noTokenCount());

    var metrics = AgentMetrics.of(run, Optional.empty());

    assertThat(metrics.throughput()).isEmpty();
    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.ttft()).hasValue(100);
  }

  @Test
  void holdNoFigureOfAnAgentThatFailed() {
    var run =
        Traces.agent(
            COLLECTOR, 2000, Traces.call(), Traces.call().failed(FailureKind.TRUNCATED, "cut off"));

    var metrics = AgentMetrics.of(run, Optional.of(Traces.agent(COLLECTOR, 800)));

    assertThat(metrics.wall()).isEmpty();
    assertThat(metrics.ttft()).isEmpty();
    assertThat(metrics.throughput()).isEmpty();
    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.solo()).isEmpty();
    assertThat(metrics.slowdown()).isEmpty();
    assertThat(metrics.calls()).hasSize(2);
  }

  @Test
  void holdNoFigureOfAnAgentWithoutACall() {
    var metrics =
        AgentMetrics.of(Traces.agent(COLLECTOR, 5, new Traces.CallBuilder[0]), Optional.empty());

    assertThat(metrics.wall()).isEmpty();
    assertThat(metrics.ttft()).isEmpty();
  }

  @Test
  void compareWithTheSameAgentAlone() {
    var run = Traces.agent(COLLECTOR, 1000);
    var alone = Traces.agent(COLLECTOR, 800);

    var metrics = AgentMetrics.of(run, Optional.of(alone));

    assertThat(metrics.slowdown()).hasValue(1.25);
    assertThat(metrics.solo()).map(SoloBaseline::wall).hasValue(800.0);
    assertThat(metrics.soloCalls()).hasSize(1);
  }

  @Test
  void takeTheBaselineOfAnotherRunWithoutItsCalls() {
    var run = Traces.agent(COLLECTOR, 1000);

    var metrics = AgentMetrics.of(run, new ReusedSolo(3, Traces.agent(COLLECTOR, 800)));

    assertThat(metrics.slowdown()).hasValue(1.25);
    assertThat(metrics.solo().orElseThrow().reusedFrom()).hasValue(3);
    assertThat(metrics.solo().orElseThrow().phases()).isPresent();
    assertThat(metrics.soloCalls()).as("they count with run 3").isEmpty();
  }

  @Test
  void haveNoBaselineFromASoloRunThatFailed() {
    var alone =
        Traces.agent(COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there"));

    var metrics = AgentMetrics.of(Traces.agent(COLLECTOR, 1000), Optional.of(alone));

    assertThat(metrics.solo()).isEmpty();
    assertThat(metrics.slowdown()).isEmpty();
    assertThat(metrics.wall()).hasValue(1000);
    assertThat(metrics.soloCalls()).as("kept for the error rate").hasSize(1);
  }

  @Test
  void levelTheBaselineToTheTokensOfTheRun() {
    var alone = Traces.agent(COLLECTOR, 1100, Traces.call().content(100, 1100).tokens(11));
    var run = Traces.agent(COLLECTOR, 2000, Traces.call(2000).tokens(16));

    var solo = AgentMetrics.of(run, Optional.of(alone)).solo().orElseThrow();

    assertThat(solo.wall()).isEqualTo(1100);
    assertThat(solo.levelledWall().getAsDouble())
        .as("100 ms before the first token, 15 more at 10 a second")
        .isCloseTo(1600, within(1e-9));
  }

  @Test
  void levelDownwardsToo() {
    var alone = Traces.agent(COLLECTOR, 1100, Traces.call().content(100, 1100).tokens(11));
    var run = Traces.agent(COLLECTOR, 600, Traces.call(600).tokens(2));

    var solo = AgentMetrics.of(run, Optional.of(alone)).solo().orElseThrow();

    assertThat(solo.levelledWall().getAsDouble()).isCloseTo(200, within(1e-9));
  }

  @Test
  void needNoRateToLevelEqualCounts() {
    var alone = Traces.agent(COLLECTOR, 100, Traces.call().content(90).closed(100).tokens(1));
    var run = Traces.agent(COLLECTOR, 150, Traces.call().content(140).closed(150).tokens(1));

    var solo = AgentMetrics.of(run, Optional.of(alone)).solo().orElseThrow();

    assertThat(solo.levelledWall()).hasValue(100);
  }

  @Test
  void cannotLevelWithoutACountOrARate() {
    var ordinary = Traces.agent(COLLECTOR, 1000);
    var uncounted = Traces.agent(COLLECTOR, 1000, Traces.call().noTokenCount());
    var inOneLine = Traces.agent(COLLECTOR, 1000, Traces.call().content(100).tokens(12));
    var inTwoCalls = Traces.agent(COLLECTOR, 1000, Traces.call(), Traces.call());

    assertThat(
            AgentMetrics.of(ordinary, Optional.of(uncounted)).solo().orElseThrow().levelledWall())
        .isEmpty();
    assertThat(
            AgentMetrics.of(uncounted, Optional.of(ordinary)).solo().orElseThrow().levelledWall())
        .isEmpty();
    assertThat(
            AgentMetrics.of(ordinary, Optional.of(inOneLine)).solo().orElseThrow().levelledWall())
        .isEmpty();
    assertThat(
            AgentMetrics.of(ordinary, Optional.of(inTwoCalls)).solo().orElseThrow().levelledWall())
        .isEmpty();
  }
}
