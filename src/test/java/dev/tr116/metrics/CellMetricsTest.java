package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.FailureKind;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CellMetricsTest {
  @Test
  void describeTheMeasuredRunsOnly() {
    var cell =
        cell(
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).failed(500, "broken"),
            Traces.run(3).beside(1000, 1000).wall(1250));

    var speedup = cell.over(DualRunMetrics::concurrencySpeedup).orElseThrow();

    assertThat(cell.runs()).hasSize(3);
    assertThat(cell.measured())
        .extracting(DualRunMetrics::id)
        .containsExactly(Traces.id(1), Traces.id(3));
    assertThat(speedup.n()).isEqualTo(2);
    assertThat(speedup.mean()).isCloseTo(1.8, within(1e-9));
  }

  @Test
  void leaveOutARunThatLacksTheFigure() {
    var cell = cell(Traces.run(1).alone(500, 500).wall(1000), Traces.run(2).solo().wall(1000));

    var speedup = cell.over(DualRunMetrics::trueSpeedup).orElseThrow();

    assertThat(speedup.n()).isEqualTo(1);
    assertThat(speedup.mean()).isEqualTo(1);
    assertThat(cell.over(run -> OptionalDouble.empty())).isEmpty();
  }

  @Test
  void countTheRunsThatLackAFigure() {
    var cell =
        cell(
            Traces.run(1).alone(500, 500).wall(1000),
            Traces.run(2).solo().wall(1000),
            Traces.run(3).failed(500, "broken"));

    assertThat(cell.missing(DualRunMetrics::trueSpeedup)).isEqualTo(1);
    assertThat(cell.missing(DualRunMetrics::efficiencyPercent)).isZero();
  }

  @Test
  void leaveOutAndCountWhatIsNoNumber() {
    var cell = cell(Traces.run(1).beside(0, 0).wall(0), Traces.run(2).beside(900, 900).wall(1000));

    assertThat(cell.measured()).hasSize(2);
    assertThat(cell.over(DualRunMetrics::concurrencySpeedup).orElseThrow().mean()).isEqualTo(1.8);
    assertThat(cell.missing(DualRunMetrics::concurrencySpeedup)).isEqualTo(1);
    assertThat(cell(Traces.run(1).beside(0, 0).wall(0)).over(DualRunMetrics::concurrencySpeedup))
        .isEmpty();
  }

  @Test
  void nameTheRunsThatEnterNoFigure() {
    var cell = cell(Traces.run(1), Traces.run(2).failed(500, "broken"));

    assertThat(cell.leftOut())
        .containsExactly(Map.entry(Traces.id(2), "a call of the agents failed"));
    assertThat(cell.withFailedSolo()).isEmpty();
  }

  @Test
  void nameADoubtAsTheReasonToLeaveARunOut() {
    var cold = Traces.call(1000).server(990, 201, 90, 600);
    var cell =
        cell(
            Traces.run(1),
            Traces.run(2).agents(Traces.agent(COLLECTOR, 1000, cold), Traces.agent(INSIGHT, 1000)));

    assertThat(cell.measured()).extracting(DualRunMetrics::id).containsExactly(Traces.id(1));
    assertThat(cell.leftOut().get(Traces.id(2))).startsWith("collector was cold: ");
  }

  @Test
  void giveTheSameIntervalInAnyOrder() {
    var cell = cell(efficiency(1, 99), efficiency(2, 90), efficiency(3, 97), efficiency(4, 95));
    var other = cell(efficiency(2, 90), efficiency(4, 95), efficiency(1, 99), efficiency(3, 97));

    var interval = cell.interval(DualRunMetrics::efficiencyPercent).orElseThrow();

    assertThat(interval.low()).isBetween(90.0, 94.0);
    assertThat(interval.high()).isBetween(96.5, 99.0);
    assertThat(cell.interval(DualRunMetrics::efficiencyPercent)).hasValue(interval);
    assertThat(other.interval(DualRunMetrics::efficiencyPercent)).hasValue(interval);
  }

  @Test
  void giveNoIntervalOfTwoRuns() {
    var cell = cell(efficiency(1, 99), efficiency(2, 90), Traces.run(3).failed(500, "broken"));

    assertThat(cell.interval(DualRunMetrics::efficiencyPercent)).isEmpty();
  }

  @Test
  void describeOneAgent() {
    var cell = cell(Traces.run(1).beside(1000, 1200), Traces.run(2).beside(2000, 1200));

    assertThat(cell.over(COLLECTOR, AgentMetrics::wall).orElseThrow().mean()).isEqualTo(1500);
    assertThat(cell.over(INSIGHT, AgentMetrics::wall).orElseThrow().mean()).isEqualTo(1200);
    assertThat(cell.over(new AgentRole("nobody"), AgentMetrics::wall)).isEmpty();
  }

  @Test
  void describeTheTtftOfEveryAgent() {
    var cell =
        cell(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1100, Traces.call().content(100, 1100)),
                    Traces.agent(INSIGHT, 1100, Traces.call().content(300, 1100))),
            Traces.run(2).failed(500, "broken"));

    var ttft = cell.ttft().orElseThrow();

    assertThat(ttft.n()).isEqualTo(2);
    assertThat(ttft.mean()).isEqualTo(200);
    assertThat(ttft.max()).isEqualTo(300);
  }

  @Test
  void rateContentionOverTheMeasuredRuns() {
    var cell =
        cell(
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(2000),
            Traces.run(3).beside(1000, 1000).wall(1000),
            Traces.run(4).beside(1000, 1000).wall(1000),
            Traces.run(5).failed(500, "broken"));

    assertThat(cell.contentionRatePercent()).hasValue(25);
  }

  @Test
  void rateErrorsOverTheCallsThatSucceededOrFailedOfThemselves() {
    var cell = cell(Traces.run(1), Traces.run(2).failed(500, "broken"));

    assertThat(cell.countedCalls())
        .as("4 of the first run; of the second, 2 alone and 1 that failed, but not its victim")
        .hasSize(7);
    assertThat(cell.errorRatePercent().getAsDouble()).isCloseTo(100.0 / 7, within(1e-9));
  }

  @Test
  void countACallThatFailedAlone() {
    var cell =
        cell(
            Traces.run(1)
                .solo(
                    Traces.agent(
                        COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                    Traces.agent(INSIGHT, 900)));

    assertThat(cell.errorRatePercent()).hasValue(25);
    assertThat(cell.measured()).as("its part side by side is whole").hasSize(1);
    assertThat(cell.over(DualRunMetrics::efficiencyPercent)).isPresent();
    assertThat(cell.over(DualRunMetrics::trueSpeedup)).isEmpty();
    assertThat(cell.missing(DualRunMetrics::trueSpeedup)).isEqualTo(1);
    assertThat(cell.withFailedSolo()).containsExactly(Traces.id(1));
  }

  @Test
  void rateNothingWhereNothingRan() {
    var cell = cell();

    assertThat(cell.errorRatePercent()).isEmpty();
    assertThat(cell.contentionRatePercent()).isEmpty();
    assertThat(cell.ttft()).isEmpty();
    assertThat(cell.measured()).isEmpty();
  }

  private static Traces.RunBuilder efficiency(int number, double percent) {
    return Traces.run(number).beside(1000, 1000).wall(100_000 / percent);
  }

  private static CellMetrics cell(Traces.RunBuilder... runs) {
    return new CellMetrics(
        Traces.CELL,
        Arrays.stream(runs).map(Traces.RunBuilder::build).map(DualRunMetrics::of).toList());
  }

  @Test
  void knowWhoTookPartAndHowLongTheyWaited() {
    var cell = cell(Traces.run(1), Traces.run(2).failed(500, "broken"));

    assertThat(cell.roles()).containsExactly(COLLECTOR, INSIGHT);
    assertThat(cell.agents()).hasValue(2);
    assertThat(cell.ttft().orElseThrow().n()).as("two calls of the run that counts").isEqualTo(2);
    assertThat(cell.ttft().orElseThrow().mean()).isEqualTo(100, within(1e-9));
    assertThat(cell.percentile(DualRunMetrics::concurrentWall, 0.5).orElseThrow().n()).isOne();
    assertThat(cell().agents()).isEmpty();
    assertThat(cell().ttft()).isEmpty();
  }
}
