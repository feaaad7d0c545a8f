package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.AgentRun;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sums that hold for any run, tried on many. */
class LossSumTest {
  private static final Offset<Double> ROUNDING = within(1e-6);

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdForAnyNumberOfAgents(int seed) {
    var random = new Random(seed);
    var n = 1 + seed % 5;
    var beside = agents(random, n);
    var alone = agents(random, n);
    var last = beside.stream().mapToLong(AgentRun::ended).max().orElseThrow();
    var wall = (last - Traces.BARRIER) / 1e6 + random.nextDouble(50);
    var run =
        Traces.run(1)
            .agents(beside.toArray(AgentRun[]::new))
            .solo(alone.toArray(AgentRun[]::new))
            .wall(wall);

    var metrics = DualRunMetrics.of(run.build());

    var loss = metrics.loss().orElseThrow();
    var sumAlone = alone.stream().mapToDouble(a -> (a.ended() - a.started()) / 1e6).sum();
    assertThat(loss.ideal()).isCloseTo(sumAlone / n, ROUNDING);
    assertThat(loss.ideal() + loss.contention() + loss.imbalance() + loss.orchestration())
        .isCloseTo(metrics.concurrentWall().getAsDouble(), ROUNDING);
    assertThat(loss.imbalance()).isGreaterThanOrEqualTo(-1e-9);
    assertThat(loss.orchestration()).isGreaterThanOrEqualTo(-1e-6);
    assertThat(loss.byPhase().orElseThrow().sum()).isCloseTo(loss.contention(), ROUNDING);
    var percent = loss.inPercent();
    var trueEfficiency = metrics.trueEfficiencyPercent().getAsDouble();
    assertThat(percent.ideal()).isCloseTo(trueEfficiency, ROUNDING);
    assertThat(
            trueEfficiency + percent.contention() + percent.imbalance() + percent.orchestration())
        .isCloseTo(100, ROUNDING);
    assertThat(metrics.trueSpeedupMissing()).isEmpty();
    assertThat(metrics.phasesMissing()).isEmpty();
  }

  private static List<AgentRun> agents(Random random, int n) {
    return IntStream.range(0, n).mapToObj(i -> agent(random, i)).toList();
  }

  /** Servers are not to be trusted: their durations may exceed the client's. */
  private static AgentRun agent(Random random, int number) {
    var lasting = random.nextDouble(20, 5000);
    var calls =
        IntStream.range(0, random.nextInt(1, 4))
            .mapToObj(
                i ->
                    Traces.call(lasting)
                        .server(
                            random.nextDouble(6000),
                            random.nextDouble(500),
                            random.nextDouble(500),
                            random.nextDouble(5000)))
            .toArray(Traces.CallBuilder[]::new);
    return Traces.agent(new AgentRole("agent-" + number), lasting, calls);
  }
}
