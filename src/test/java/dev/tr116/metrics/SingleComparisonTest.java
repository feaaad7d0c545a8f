package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.BASELINE;
import static dev.tr116.plan.AgentRole.CHIMERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.metrics.SingleComparison.Pair;
import dev.tr116.metrics.SingleComparison.Sample;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SingleComparisonTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  private static Sample sample(double throughput, double ttft, double latency, double load) {
    return new Sample(
        OptionalDouble.of(throughput),
        OptionalDouble.of(ttft),
        OptionalDouble.of(latency),
        OptionalDouble.of(load));
  }

  private static final Sample NOTHING =
      new Sample(
          OptionalDouble.empty(),
          OptionalDouble.of(Double.NaN),
          OptionalDouble.of(Double.POSITIVE_INFINITY),
          OptionalDouble.empty());

  @Test
  void moreTokensAreAnImprovementAndLessWaitingAReduction() {
    var comparison =
        SingleComparison.of(
            List.of(
                new Pair(sample(10, 200, 1000, 50), sample(12, 150, 900, 60)),
                new Pair(sample(10, 100, 1100, 70), sample(11, 90, 1000, 80))));

    assertThat(comparison.throughputImprovement().meanOfRuns().orElseThrow())
        .as("(20 + 10) / 2")
        .isEqualTo(15, EXACTLY);
    assertThat(comparison.ttftReduction().meanOfRuns().orElseThrow())
        .as("(25 + 10) / 2")
        .isEqualTo(17.5, EXACTLY);
    assertThat(comparison.ttftReduction().ofMeans().orElseThrow())
        .as("240 over 300")
        .isEqualTo(20, EXACTLY);
    assertThat(comparison.baseline().throughput().orElseThrow().sample().mean()).isEqualTo(10);
    assertThat(comparison.chimera().ttft().orElseThrow().sample().mean()).isEqualTo(120);
    assertThat(comparison.baseline().load().orElseThrow().mean()).isEqualTo(60);
  }

  @Test
  void aFigureIsComparedOverTheRunsInWhichBothHaveIt() {
    var full = sample(10, 100, 1000, 50);
    var comparison =
        SingleComparison.of(
            List.of(
                new Pair(full, NOTHING),
                new Pair(NOTHING, full),
                new Pair(full, sample(20, 50, 1000, 50))));

    assertThat(comparison.throughputImprovement().pairs()).isEqualTo(1);
    assertThat(comparison.throughputImprovement().ofMeans().orElseThrow()).isEqualTo(100, EXACTLY);
    assertThat(comparison.ttftReduction().pairs()).isEqualTo(1);
    assertThat(comparison.baseline().throughput().orElseThrow().sample().n()).isEqualTo(2);
    assertThat(comparison.chimera().ttft().orElseThrow().sample().n()).isEqualTo(2);
  }

  @Test
  void aSideWithoutAnyFigureHasNone() {
    var comparison = SingleComparison.of(List.of(new Pair(NOTHING, NOTHING)));

    assertThat(comparison.baseline().throughput()).isEmpty();
    assertThat(comparison.baseline().ttft()).isEmpty();
    assertThat(comparison.baseline().latencyP50()).isEmpty();
    assertThat(comparison.baseline().load()).isEmpty();
    assertThat(comparison.throughputImprovement().pairs()).isZero();
  }

  @Test
  void meansHaveIntervalsAndLatenciesPercentiles() {
    var comparison =
        SingleComparison.of(
            IntStream.rangeClosed(1, 59)
                .mapToObj(i -> new Pair(sample(60 - i, i, 60 - i, i), sample(i, i, i, i)))
                .toList());

    var throughput = comparison.baseline().throughput().orElseThrow();
    assertThat(throughput.sample().mean()).isEqualTo(30, EXACTLY);
    assertThat(throughput.interval().orElseThrow().contains(30)).isTrue();
    assertThat(throughput.interval())
        .as("the same values have the same interval in any order")
        .isEqualTo(comparison.chimera().throughput().orElseThrow().interval());
    assertThat(comparison.baseline().latencyP50().orElseThrow()).isEqualTo(percentile(0.5));
    assertThat(comparison.baseline().latencyP95().orElseThrow()).isEqualTo(percentile(0.95));
  }

  private static Percentile percentile(double share) {
    var values = IntStream.rangeClosed(1, 59).asDoubleStream().toArray();
    return Percentile.of(values, share).orElseThrow();
  }

  @Test
  void ofACellItComparesTheMeasuredRunsOfBothAgents() {
    var cell =
        new CellMetrics(
            Traces.CELL,
            List.of(
                run(1, 22),
                run(2, 33),
                DualRunMetrics.of(Traces.run(3).failed(500, "broken").build()),
                DualRunMetrics.of(Traces.run(4).build())));

    var comparison = SingleComparison.of(cell).orElseThrow();

    assertThat(comparison.throughputImprovement().pairs()).isEqualTo(2);
    assertThat(comparison.throughputImprovement().meanOfRuns().orElseThrow())
        .as("twice and three times as many tokens in the same time")
        .isEqualTo(150, EXACTLY);
    assertThat(comparison.ttftReduction().meanOfRuns().orElseThrow()).isEqualTo(0, EXACTLY);
    assertThat(comparison.baseline().latencyP50().orElseThrow().n()).isEqualTo(2);
    assertThat(SingleComparison.of(new CellMetrics(Traces.CELL, List.of()))).isEmpty();
  }

  private static DualRunMetrics run(int number, long chimera) {
    return DualRunMetrics.of(
        Traces.run(number)
            .agents(
                Traces.agent(BASELINE, 1100, Traces.call()),
                Traces.agent(CHIMERA, 1100, Traces.call().tokens(chimera)))
            .solo()
            .build());
  }
}
