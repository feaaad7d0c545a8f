package dev.tr116.results.tr116;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Tr116ReferenceTest {
  @Test
  void holdsFiveRunsOfEachOfTheTwelveCells() {
    var cells =
        Tr116Reference.runs().stream()
            .collect(Collectors.groupingBy(run -> run.id().cell(), Collectors.counting()));

    assertThat(cells).hasSize(12);
    assertThat(cells.values()).containsOnly(5L);
  }

  @Test
  void holdsTheSingleAgentFigures() {
    assertThat(Tr116Reference.singleConfigurationsTable().rows()).hasSize(24);
    assertThat(Tr116Reference.singleRunsTable().rows()).hasSize(56);
    assertThat(Tr116Reference.singleRuns()).hasSize(12);
  }

  @Test
  void holdsNoFigureFinerThanPrinted() {
    assertThat(Tr116Reference.runsTable().rows())
        .allSatisfy(
            row -> {
              assertThat(row.text("speedup")).matches("\\d\\.\\d{4}");
              assertThat(row.text("efficiency_percent")).matches("\\d{2}\\.\\d{3}");
              assertThat(row.text("throughput_delta_tok_s")).matches("-?\\d{1,2}\\.\\d{3}");
            });
  }
}
