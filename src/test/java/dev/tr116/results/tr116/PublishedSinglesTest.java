package dev.tr116.results.tr116;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** TR116's single-agent runs through the code that compares our own. */
class PublishedSinglesTest {
  /** The runs are printed with one decimal for TTFT and two for throughput. */
  private static final double OF_RATES = 0.02;

  private static final double OF_REDUCTIONS = 0.2;

  @Test
  void everyPublishedConfigurationOfThePythonHarnessIsReproduced() {
    var singles = Tr116Reference.singleRuns();

    assertThat(singles).hasSize(12);
    for (var single : singles) {
      var row = published(single);
      var comparison = single.comparison().orElseThrow();
      assertThat(comparison.baseline().throughput().orElseThrow().sample().mean())
          .isCloseTo(number(row, "baseline_tp"), within(OF_RATES));
      assertThat(comparison.chimera().ttft().orElseThrow().sample().mean())
          .isCloseTo(number(row, "chimera_ttft_ms"), within(0.1));
      assertThat(comparison.throughputImprovement().meanOfRuns().orElseThrow())
          .isCloseTo(number(row, "tp_improve_pct"), within(OF_RATES));
      assertThat(comparison.ttftReduction().meanOfRuns().orElseThrow())
          .isCloseTo(number(row, "ttft_reduction_pct"), within(OF_REDUCTIONS));
    }
  }

  @Test
  void aSlowerChimeraHasAReductionBelowZeroWithItsIntervalAroundIt() {
    var gemma =
        Tr116Reference.singleRuns().stream()
            .filter(s -> s.model().equals("gemma3") && s.gpuLayers() == 60 && s.ctx() == 512)
            .findFirst()
            .orElseThrow();

    var reduction = gemma.comparison().orElseThrow().ttftReduction();

    assertThat(reduction.meanOfRuns().orElseThrow()).isCloseTo(-50.98, within(OF_REDUCTIONS));
    assertThat(reduction.ofMeans().orElseThrow()).isCloseTo(-50.88, within(OF_REDUCTIONS));
    assertThat(reduction.pairs()).isEqualTo(5);
    var interval = reduction.ofMeansInterval().orElseThrow();
    assertThat(interval.contains(reduction.ofMeans().orElseThrow())).isTrue();
    assertThat(interval.high()).isLessThan(-40);
  }

  private static CsvTable.Row published(ImportedSingle single) {
    List<CsvTable.Row> rows = Tr116Reference.singleConfigurationsTable().rows();
    return rows.stream()
        .filter(row -> row.text("runtime").equals("python"))
        .filter(row -> RunsTable.named(row, "model").equals(single.model()))
        .filter(row -> row.text("gpu_layers").equals(String.valueOf(single.gpuLayers())))
        .filter(row -> row.text("ctx").equals(String.valueOf(single.ctx())))
        .findFirst()
        .orElseThrow();
  }

  private static double number(CsvTable.Row row, String column) {
    return row.number(column).orElseThrow();
  }
}
