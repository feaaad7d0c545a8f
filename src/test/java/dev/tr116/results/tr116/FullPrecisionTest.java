package dev.tr116.results.tr116;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** TR116's own runs through the code that measures live runs. */
class FullPrecisionTest {
  /** The console shows no reason of an aborted test. */
  @BeforeAll
  static void sayOnTheConsoleWhatIsMissing() {
    FullPrecision.missing().ifPresent(System.out::println);
  }

  @Test
  void eachHarnessStoredTheSpeedupOfItsOwnDefinition() {
    var runs = FullPrecision.runs();

    assertThat(runs).hasSize(60);
    assertThat(runs.stream().filter(run -> run.callsWithoutFinalMetrics() > 0)).hasSize(2);
    for (var run : runs) {
      var metrics = run.metrics().orElseThrow();
      assertThat(run.harness().speedup(metrics).orElseThrow())
          .as("speedup of %s", run.id())
          .isCloseTo(run.stored().speedup().orElseThrow(), within(1e-9));
    }
  }

  @Test
  void theHarnessesStoredInsightMinusCollectorWhereTheTextSaysCollectorMinusInsight() {
    for (var run : FullPrecision.runs()) {
      var metrics = run.metrics().orElseThrow();
      assertThat(metrics.ttftDelta().orElseThrow())
          .as("TTFT delta of %s", run.id())
          .isCloseTo(
              run.harness().ttftSign() * run.stored().ttftDelta().orElseThrow(), within(1e-6));
      if (run.callsWithoutFinalMetrics() > 0) {
        assertThat(metrics.throughputDelta()).as("rate of %s", run.id()).isEmpty();
      } else {
        assertThat(metrics.throughputDelta().orElseThrow())
            .as("throughput delta of %s", run.id())
            .isCloseTo(-run.stored().throughputDelta().orElseThrow(), within(1e-9));
      }
    }
  }

  @Test
  void givesTheEfficienciesOfTheReportPerCell() {
    var cells =
        FullPrecision.runs().stream()
            .map(run -> run.metrics().orElseThrow())
            .collect(Collectors.groupingBy(run -> run.id().cell()));

    assertThat(cells).hasSize(12);
    var best =
        cells.entrySet().stream()
            .map(cell -> new CellMetrics(cell.getKey(), cell.getValue()))
            .filter(cell -> cell.id().key().contains("rust/gemma3:latest/chimera-homo"))
            .findFirst()
            .orElseThrow();
    var efficiency = best.over(DualRunMetrics::efficiencyPercent).orElseThrow();
    assertThat(efficiency.mean()).isCloseTo(99.219, within(5e-4));
    assertThat(efficiency.standardDeviation().orElseThrow()).isCloseTo(0.635, within(5e-4));
    assertThat(best.contentionRatePercent()).hasValue(0);
  }

  @Test
  void trueSpeedupIsTheOneKnownForTheseRuns() {
    var rates = new SoloRates(FullPrecision.singles());
    var known = FullPrecision.table("runs.csv").rows();
    var runs = FullPrecision.runs();

    for (var i = 0; i < runs.size(); i++) {
      var speedup = TrueSpeedup.of(runs.get(i), rates);
      if (runs.get(i).callsWithoutFinalMetrics() > 0) {
        assertThat(speedup).as("tokens of a call are unknown").isEmpty();
        continue;
      }
      assertThat(speedup.orElseThrow().decodeOnly())
          .as(runs.get(i).id().key())
          .isCloseTo(known.get(i).number("true_speedup_decode").orElseThrow(), within(1e-9));
      assertThat(speedup.orElseThrow().withOverhead())
          .as(runs.get(i).id().key())
          .isCloseTo(known.get(i).number("true_speedup_upper").orElseThrow(), within(1e-9));
    }
  }

  @Test
  void anAgentAloneHadNoRateWhereNothingOfTheKindWasMeasured() {
    var rust =
        FullPrecision.singles().stream()
            .filter(single -> single.harness() == Harness.RUST)
            .toList();
    var python =
        FullPrecision.runs().stream()
            .filter(run -> run.harness() == Harness.PYTHON)
            .findFirst()
            .orElseThrow();

    assertThat(new SoloRates(rust).of(python, AgentRole.COLLECTOR))
        .isEqualTo(OptionalDouble.empty());
    assertThat(TrueSpeedup.of(python, new SoloRates(rust))).isEmpty();
  }
}
