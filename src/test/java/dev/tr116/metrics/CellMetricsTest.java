package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.FailureKind;
import java.util.Arrays;
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
    assertThat(cell.measured()).hasSize(1);
  }

  @Test
  void rateNothingWhereNothingRan() {
    var cell = cell();

    assertThat(cell.errorRatePercent()).isEmpty();
    assertThat(cell.contentionRatePercent()).isEmpty();
    assertThat(cell.ttft()).isEmpty();
    assertThat(cell.measured()).isEmpty();
  }

  private static CellMetrics cell(Traces.RunBuilder... runs) {
    return new CellMetrics(
        Traces.CELL,
        Arrays.stream(runs).map(Traces.RunBuilder::build).map(DualRunMetrics::of).toList());
  }
}
