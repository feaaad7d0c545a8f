package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void splitsIntoContentionImbalanceAndOrchestration() {
    var loss = of(Traces.run(1).beside(1000, 1200).alone(800, 900).wall(1250));

    assertThat(loss.contention()).as("1100 - 850").isEqualTo(250, EXACTLY);
    assertThat(loss.imbalance()).as("1200 - 1100").isEqualTo(100, EXACTLY);
    assertThat(loss.orchestration()).as("1250 - 1200").isEqualTo(50, EXACTLY);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1200, 800, 900, 1250",
    "1000, 1000, 1000, 1000, 1000",
    "700, 900, 1000, 1100, 1000",
    "313.7, 1999.1, 287.3, 1011.9, 2003.3"
  })
  void addsUpToWallMinusIdealWall(
      double collector, double insight, double soloCollector, double soloInsight, double wall) {
    var run = Traces.run(1).beside(collector, insight).alone(soloCollector, soloInsight).wall(wall);

    var loss = of(run);

    var parts = loss.contention() + loss.imbalance() + loss.orchestration();
    assertThat(parts).isCloseTo(wall - (soloCollector + soloInsight) / 2, within(1e-6));
    var trueEfficiency = DualRunMetrics.of(run.build()).trueEfficiencyPercent().getAsDouble();
    assertThat(trueEfficiency + 100 * parts / wall).isCloseTo(100, within(1e-6));
    var phases = loss.byPhase().orElseThrow();
    assertThat(
            phases.load() + phases.queue() + phases.prefill() + phases.decode() + phases.client())
        .isCloseTo(loss.contention(), within(1e-6));
  }

  @Test
  void splitsContentionByTheServersPhases() {
    var loss =
        of(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1000, Traces.call(1000).server(900, 100, 150, 600)),
                    Traces.agent(INSIGHT, 1200, Traces.call(1200).server(1100, 0, 250, 820)))
                .solo(
                    Traces.agent(COLLECTOR, 800, Traces.call(800).server(780, 20, 100, 640)),
                    Traces.agent(INSIGHT, 900, Traces.call(900).server(880, 0, 150, 720)))
                .wall(1250));

    var phases = loss.byPhase().orElseThrow();

    assertThat(phases.load()).as("(80 + 0) / 2").isEqualTo(40, EXACTLY);
    assertThat(phases.queue()).as("(50 - 20 + 30 - 10) / 2").isEqualTo(25, EXACTLY);
    assertThat(phases.prefill()).as("(50 + 100) / 2").isEqualTo(75, EXACTLY);
    assertThat(phases.decode()).as("(-40 + 100) / 2").isEqualTo(30, EXACTLY);
    assertThat(phases.client()).as("250 - 40 - 25 - 75 - 30").isEqualTo(80, EXACTLY);
  }

  @Test
  void isAGainWhereTheServerBatches() {
    var loss = of(Traces.run(1).beside(700, 900).alone(1000, 1100).wall(1000));

    assertThat(loss.contention()).isEqualTo(-250, EXACTLY);
  }

  @Test
  void hasNoPhasesWhereAServerTellsNoTotal() {
    var beside =
        of(
            Traces.run(1)
                .agents(
                    Traces.agent(COLLECTOR, 1000, Traces.call(1000).silentServer()),
                    Traces.agent(INSIGHT, 1200)));
    var alone =
        of(
            Traces.run(1)
                .solo(
                    Traces.agent(COLLECTOR, 800),
                    Traces.agent(INSIGHT, 900, Traces.call(900).silentServer())));

    assertThat(beside.byPhase()).isEmpty();
    assertThat(alone.byPhase()).isEmpty();
    assertThat(beside.contention()).isEqualTo(250, EXACTLY);
  }

  @Test
  void isTheSameInPercentagePointsOfTheWallTime() {
    var percent = of(Traces.run(1).beside(700, 900).alone(1000, 1100).wall(1000)).inPercent();

    assertThat(percent.wall()).isEqualTo(100);
    assertThat(percent.ideal()).as("true efficiency").isEqualTo(105, EXACTLY);
    assertThat(percent.contention()).as("a gain").isEqualTo(-25, EXACTLY);
    assertThat(percent.imbalance()).isEqualTo(10, EXACTLY);
    assertThat(percent.orchestration()).isEqualTo(10, EXACTLY);
    assertThat(percent.byPhase().orElseThrow().sum()).isEqualTo(-25, EXACTLY);
  }

  @Test
  void isRefusedWhereItsPartsDoNotAddUp() {
    assertThatThrownBy(() -> new Loss(1000, 800, 100, 50, 49, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the loss does not add up: contention + imbalance + orchestration = 199.0,"
                + " but W - W* = 200.0");
    var phases = new PhaseTimes(10, 10, 10, 10, 59);
    assertThatThrownBy(() -> new Loss(1000, 800, 100, 50, 50, Optional.of(phases)))
        .hasMessage("the loss does not add up: the phases = 99.0, but the contention = 100.0");
    assertThatThrownBy(() -> new Loss(1000, Double.NaN, 100, 50, 50, Optional.empty()))
        .hasMessageContaining("NaN");
  }

  @Test
  void isAnErrorThatNamesTheRunWhereItDoesNotAddUp() {
    Supplier<Optional<Loss>> wrong =
        () -> Optional.of(new Loss(1000, 800, 100, 50, 49, Optional.empty()));

    assertThatThrownBy(() -> DualRunMetrics.loss(Traces.id(3), wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("gemma3 · chimera-homo · run 3: the loss does not add up: ");
  }

  @Test
  void isAbsentForARunThatTookNoTime() {
    assertThat(DualRunMetrics.of(Traces.run(3).wall(0).build()).loss()).isEmpty();
    assertThatThrownBy(() -> new Loss(0, 0, 0, 0, 0, Optional.empty()))
        .hasMessage("a run of 0.0 ms has no loss to split");
  }

  private static Loss of(Traces.RunBuilder run) {
    return DualRunMetrics.of(run.build()).loss().orElseThrow();
  }
}
