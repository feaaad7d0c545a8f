package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Power;
import dev.tr116.Traces;
import dev.tr116.trace.PowerTrace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnergyTest {
  /** Side by side for 10 s, 300 + 200 tokens; alone for 6 s (300 tokens) and 4 s (100 tokens). */
  private static Traces.RunBuilder run() {
    return Traces.run(1)
        .agents(
            Traces.agent(COLLECTOR, 10_000, Traces.call(10_000).tokens(300)),
            Traces.agent(INSIGHT, 8_000, Traces.call(8_000).tokens(200)))
        .solo(
            Traces.agent(COLLECTOR, 6_000, Traces.call(6_000).tokens(300)),
            Traces.agent(INSIGHT, 4_000, Traces.call(4_000).tokens(100)))
        .wall(10_000);
  }

  @Test
  void hundredWattsOverTenSecondsAreTwoJoulesForEachOf500Tokens() {
    var energy = Energy.of(run().build(), Power.gpu(100));

    var gpu = energy.main().orElseThrow();
    assertThat(energy.source()).contains("gpu");
    assertThat(gpu.concurrent().seconds()).isEqualTo(10);
    assertThat(gpu.concurrent().joules().value().getAsDouble()).isCloseTo(1000, within(1e-6));
    assertThat(gpu.concurrent().meanWatts().getAsDouble()).isCloseTo(100, within(1e-6));
    assertThat(gpu.concurrent().tokens()).hasValue(500);
    assertThat(energy.joulesPerToken().getAsDouble()).isCloseTo(2, within(1e-9));
    assertThat(gpu.tokensPerJoule().getAsDouble()).isCloseTo(0.5, within(1e-9));
    assertThat(gpu.joulesAlone().getAsDouble()).isCloseTo(600 + 400, within(1e-6));
    assertThat(gpu.tokensAlone()).hasValue(400);
    assertThat(gpu.joulesPerTokenAlone().getAsDouble()).isCloseTo(2.5, within(1e-9));
    assertThat(gpu.ratio().getAsDouble()).as("side by side saves").isCloseTo(0.8, within(1e-9));
    assertThat(gpu.meanWattsAlone(INSIGHT).getAsDouble()).isCloseTo(100, within(1e-6));
    assertThat(energy.missing()).isEmpty();
    assertThat(energy.cpuMissing()).contains("no RAPL");
    assertThat(energy.total()).isEmpty();
  }

  @Test
  void graphicsAndProcessorsAreKeptApartAndTheirSumIsTheTotal() {
    var energy = Energy.of(run().build(), Power.all(100, 50, 30));

    assertThat(concurrent(energy.gpu())).isCloseTo(1500, within(1e-6));
    assertThat(concurrent(energy.cpu())).isCloseTo(300, within(1e-6));
    assertThat(concurrent(energy.total())).isCloseTo(1800, within(1e-6));
    assertThat(energy.total().orElseThrow().joulesAlone().getAsDouble())
        .isCloseTo(1800, within(1e-6));
    assertThat(energy.joulesPerToken().getAsDouble()).as("of the GPUs").isCloseTo(3, within(1e-9));
  }

  @Test
  void processorsStandInWhereNoGraphicsAre() {
    var energy = Energy.of(run().build(), Power.cpu(30));

    assertThat(energy.source()).contains("cpu");
    assertThat(energy.joulesPerToken().getAsDouble()).isCloseTo(0.6, within(1e-9));
    assertThat(energy.gpuMissing()).contains("no nvidia-smi on the PATH");
    assertThat(energy.missing()).isEmpty();
  }

  @Test
  void shortWindowsHaveAReasonAndNoFigure() {
    var energy = Energy.of(Traces.run(1).build(), Power.gpu(100));

    assertThat(energy.source()).contains("gpu");
    assertThat(energy.joulesPerToken()).isEmpty();
    assertThat(energy.main().orElseThrow().ratio()).isEmpty();
    assertThat(energy.missing())
        .contains("gpu0: the window of 1.2 s holds 2 samples, 3 are needed");
  }

  @Test
  void aGpuThatWentSilentIsNotReplacedByTheProcessors() {
    var before = Power.all(100, 50, 30);
    var silent =
        new PowerTrace(
            List.of(new dev.tr116.trace.PowerSeries("gpu0", List.of())),
            before.cpu(),
            Optional.of("nvidia-smi ended with exit code 15"),
            Optional.empty());

    var energy = Energy.of(run().build(), silent);

    assertThat(energy.source()).contains("gpu");
    assertThat(energy.joulesPerToken()).isEmpty();
    assertThat(energy.missing()).contains("nvidia-smi ended with exit code 15");
    assertThat(concurrent(energy.cpu())).isCloseTo(300, within(1e-6));
    assertThat(energy.total().orElseThrow().concurrent().joules().value()).isEmpty();
  }

  @Test
  void loadingTheModelIsOutsideTheWindow() {
    var cold =
        run()
            .agents(
                Traces.agent(
                    COLLECTOR, 10_000, Traces.call(10_000).server(9990, 3000, 100, 6000).tokens(9)),
                Traces.agent(
                    INSIGHT, 10_000, Traces.call(10_000).server(9990, 4000, 100, 5000).tokens(9)));
    var oneIsWarm =
        run()
            .agents(
                Traces.agent(
                    COLLECTOR, 10_000, Traces.call(10_000).server(9990, 3000, 100, 6000).tokens(9)),
                Traces.agent(INSIGHT, 10_000, Traces.call(10_000).tokens(9)));

    assertThat(concurrent(Energy.of(cold.build(), Power.gpu(100)).gpu()))
        .isCloseTo(700, within(1e-6));
    assertThat(concurrent(Energy.of(oneIsWarm.build(), Power.gpu(100)).gpu()))
        .isCloseTo(1000, within(1e-6));
  }

  @Test
  void withoutAgentsAloneOnlyTheSideBySideFiguresStand() {
    var energy = Energy.of(run().solo().build(), Power.gpu(100));

    assertThat(energy.joulesPerToken().getAsDouble()).isCloseTo(2, within(1e-9));
    assertThat(energy.main().orElseThrow().joulesPerTokenAlone()).isEmpty();
    assertThat(energy.main().orElseThrow().meanWattsAlone(COLLECTOR)).isEmpty();
    assertThat(energy.missing()).contains("tr116.solo=off");
  }

  @Test
  void agentsAloneOfAnotherBlockCountAsWell() {
    var energy = Energy.of(run().reusedSolo(1, 6_000, 4_000).build(), Power.gpu(100));

    assertThat(energy.main().orElseThrow().joulesAlone().getAsDouble())
        .isCloseTo(1000, within(1e-6));
  }

  @Test
  void aFailedCallEntersNoEnergy() {
    var energy = Energy.of(Traces.run(1).failed(500, "broken").build(), Power.gpu(100));

    assertThat(energy.joulesPerToken()).isEmpty();
    assertThat(energy.missing()).contains("a call of the agents failed");
  }

  @Test
  void tokensThatAServerDoesNotCountAreNotGuessed() {
    var energy =
        Energy.of(
            run()
                .agents(
                    Traces.agent(COLLECTOR, 10_000, Traces.call(10_000).noTokenCount()),
                    Traces.agent(INSIGHT, 10_000))
                .build(),
            Power.gpu(100));

    assertThat(concurrent(energy.gpu())).isCloseTo(1000, within(1e-6));
    assertThat(energy.joulesPerToken()).isEmpty();
  }

  @Test
  void saysWhyNothingWasMeasured() {
    var nothing =
        new PowerTrace(
            List.of(), List.of(), Optional.of("no nvidia-smi on the PATH"), Optional.of("no RAPL"));

    assertThat(Energy.of(run().build(), nothing).missing())
        .contains("no nvidia-smi on the PATH and no RAPL");
    assertThat(Energy.of(run().build(), PowerTrace.none("tr116.power=off")).missing())
        .contains("tr116.power=off");
    assertThat(Energy.notMeasured("so").main()).isEmpty();
  }

  private static double concurrent(Optional<SourceEnergy> source) {
    return source.orElseThrow().concurrent().joules().value().orElseThrow();
  }
}
