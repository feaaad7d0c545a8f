package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CellLossTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void isTheMeanOfTheRunsThatHaveOne() {
    var cell =
        Verdicts.cell(
            Traces.run(1).beside(1000, 1200).alone(800, 900).wall(1250),
            Traces.run(2).beside(600, 600).alone(500, 500).wall(625),
            Traces.run(3).solo(),
            Traces.run(4).failed(500, "broken"));

    var loss = CellLoss.of(cell).orElseThrow();

    assertThat(loss.runs()).isEqualTo(2);
    assertThat(loss.millis().wall()).isEqualTo(937.5, EXACTLY);
    assertThat(loss.millis().contention()).as("250, 100").isEqualTo(175, EXACTLY);
    assertThat(loss.percent().ideal())
        .as("the mean true efficiency")
        .isEqualTo(cell.over(DualRunMetrics::trueEfficiencyPercent).orElseThrow().mean(), EXACTLY);
    assertThat(loss.percent().contention()).as("20 and 16").isEqualTo(18, EXACTLY);
    assertThat(loss.percent().byPhase()).isPresent();
  }

  @Test
  void isAbsentWhereNoRunHasABaseline() {
    assertThat(CellLoss.of(Verdicts.cell(Traces.run(1).solo()))).isEmpty();
  }

  @Test
  void hasPhasesOnlyWhereEveryRunHasThem() {
    var silent = Traces.agent(COLLECTOR, 1000, Traces.call(1000).silentServer());
    var cell =
        Verdicts.cell(Traces.run(1), Traces.run(2).agents(silent, Traces.agent(INSIGHT, 1200)));

    var loss = CellLoss.of(cell).orElseThrow();

    assertThat(loss.runs()).isEqualTo(2);
    assertThat(loss.millis().byPhase()).isEmpty();
  }
}
