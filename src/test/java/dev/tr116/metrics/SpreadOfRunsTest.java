package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the runs of a cell, and the models of a session, differ. */
class SpreadOfRunsTest {
  @Nested
  class Outliers {
    @Test
    void areNamedByTheNumbersOfTheirRuns() {
      var cell =
          Verdicts.cell(
              ttft(2, 100),
              ttft(3, 100),
              Traces.run(4).failed(500, "broken"),
              ttft(5, 101),
              ttft(7, 100),
              ttft(9, 200));

      var outliers = RunOutliers.of(cell);

      assertThat(outliers)
          .extracting(o -> o.role() + " " + o.figure())
          .containsExactly(
              "collector throughput", "collector ttft", "insight throughput", "insight ttft");
      assertThat(outliers.get(1))
          .isEqualTo(new RunOutliers(COLLECTOR, "ttft", 100, 0, List.of(5, 9), List.of(9)));
      assertThat(outliers.get(3).beyondTwoDeviations()).isEmpty();
    }

    @Test
    void needThreeRuns() {
      assertThat(RunOutliers.of(Verdicts.cell(ttft(1, 100), ttft(2, 900)))).isEmpty();
      assertThat(RunOutliers.of(Verdicts.cell())).isEmpty();
    }
  }

  @Nested
  class ACorrelation {
    @Test
    void isGivenForTheSignedAndTheAbsoluteDelta() {
      var runs = List.of(delta(1, 1100, 900), delta(2, 1000, 1000), delta(3, 1200, 1100));

      var correlation = EfficiencyCorrelation.of(runs);

      assertThat(correlation.n()).isEqualTo(3);
      assertThat(correlation.signed().orElseThrow())
          .isEqualTo(byHand(runs, delta -> delta), within(1e-9));
      assertThat(correlation.absolute().orElseThrow())
          .isEqualTo(byHand(runs, Math::abs), within(1e-9))
          .isNotEqualTo(correlation.signed().orElseThrow());
    }

    @Test
    void isAbsentWithFewRunsAndCountsOnlyPairs() {
      var failed = DualRunMetrics.of(Traces.run(3).failed(500, "broken").build());

      var correlation =
          EfficiencyCorrelation.of(List.of(delta(1, 1100, 900), delta(2, 1000, 1000), failed));

      assertThat(correlation.n()).isEqualTo(2);
      assertThat(correlation.signed()).isEmpty();
      assertThat(correlation.absolute()).isEmpty();
    }

    /** Sum of products over the root of the product of sums of squares. */
    private static double byHand(
        List<DualRunMetrics> runs, java.util.function.DoubleUnaryOperator of) {
      var x = runs.stream().mapToDouble(r -> r.efficiencyPercent().getAsDouble()).toArray();
      var y =
          runs.stream()
              .mapToDouble(r -> of.applyAsDouble(r.throughputDelta().getAsDouble()))
              .toArray();
      var n = x.length;
      var sumX = Arrays.stream(x).sum();
      var sumY = Arrays.stream(y).sum();
      var xy = IntStream.range(0, n).mapToDouble(i -> x[i] * y[i]).sum();
      var xx = Arrays.stream(x).map(v -> v * v).sum();
      var yy = Arrays.stream(y).map(v -> v * v).sum();
      return (n * xy - sumX * sumY) / Math.sqrt((n * xx - sumX * sumX) * (n * yy - sumY * sumY));
    }
  }

  @Nested
  class AVarianceBetweenModels {
    @Test
    void takesAllScenariosOfAModelTogetherWithinARuntime() {
      var variances =
          ModelVariance.of(
              List.of(
                  cell("structured", "gemma3", "chimera-homo", 90, 92),
                  cell("structured", "qwen2.5", "chimera-homo", 80, 82),
                  cell("structured", "gemma3", "baseline-vs-chimera", 94),
                  cell("structured", "qwen2.5", "baseline-vs-chimera", 84),
                  cell("async", "gemma3", "chimera-homo", 50, 60)));

      assertThat(variances).hasSize(1);
      var variance = variances.getFirst();
      assertThat(variance.runtime()).isEqualTo("structured");
      assertThat(variance.runs().values()).containsExactly(3, 3);
      assertThat(variance.split().between()).as("variance of 92, 82").isEqualTo(50, within(1e-4));
      assertThat(variance.split().within()).as("of 90, 92, 94").isEqualTo(4, within(1e-4));
      assertThat(variance.split().etaSquared())
          .as("150 / 166")
          .isEqualTo(150 / 166.0, within(1e-6));
    }

    @Test
    void isAbsentWhereAModelHasTooFewRuns() {
      assertThat(
              ModelVariance.of(
                  List.of(
                      cell("structured", "gemma3", "chimera-homo", 90, 92),
                      cell("structured", "qwen2.5", "chimera-homo", 80))))
          .isEmpty();
      assertThat(ModelVariance.of(List.of())).isEmpty();
    }

    private static CellMetrics cell(
        String runtime, String model, String scenario, double... efficiencies) {
      var runs =
          IntStream.range(0, efficiencies.length)
              .mapToObj(i -> Traces.run(i + 1).beside(1000, 1000).wall(100_000 / efficiencies[i]))
              .toArray(Traces.RunBuilder[]::new);
      return Verdicts.cell(new CellId("multi", runtime, Model.named(model), scenario, "x"), runs);
    }
  }

  private static Traces.RunBuilder ttft(int number, double millis) {
    return Traces.run(number)
        .agents(
            Traces.agent(COLLECTOR, 1100, Traces.call().content(millis, 1100)),
            Traces.agent(INSIGHT, 1100));
  }

  private static DualRunMetrics delta(int number, double collector, double insight) {
    return DualRunMetrics.of(Traces.run(number).beside(collector, insight).build());
  }
}
