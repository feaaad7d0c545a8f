package dev.tr116.report.chart;

import static dev.tr116.report.chart.Samples.around;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForestPlotTest {
  @Test
  void saysItsFiguresInWords() {
    var chart =
        forest(
            new ForestPlot.Row("gemma3", List.of(around(98.1, 97.2, 98.9))),
            new ForestPlot.Row("qwen2.5", List.of(Estimate.missing("tr116.solo=off"))));

    assertThat(SvgText.of(chart).title()).isEqualTo("Efficiency");
    assertThat(SvgText.of(chart).description())
        .isEqualTo(
            "efficiency. gemma3: 98.10 %, 95 % interval 97.20 to 98.90, n 5."
                + " qwen2.5: not measured: tr116.solo=off. Lines: alert 95.");
  }

  @Test
  void writesFiguresIntervalAndNumberOfRunsBesideEveryRow() {
    var row = new ForestPlot.Row("gemma3", List.of(around(98.1, 97.2, 98.9)));

    assertThat(SvgText.of(forest(row).svg(Layout.WIDE)).lines())
        .contains(
            "gemma3", "98.10 [97.20, 98.90]  n 5", "efficiency, %", "95 % interval", "alert 95");
    assertThat(SvgText.of(forest(row).svg(Layout.COMPACT)).lines())
        .contains("98.10  n 5", "[97.20, 98.90]");
  }

  @Test
  void showsARunAsADotAndThousandsAsABox() {
    var few = forest(new ForestPlot.Row("few", List.of(Samples.estimate(200, 97, 1))));
    var many = forest(new ForestPlot.Row("many", List.of(Samples.estimate(10_000, 97, 1))));

    assertThat(SvgText.of(few).lines()).contains("each run");
    assertThat(SvgText.of(many).lines())
        .contains("runs: quartiles, least to most")
        .doesNotContain("each run");
    assertThat(many.svg()).hasSizeLessThan(20_000);
  }

  @Test
  void drawsNoMarkWhereNothingWasMeasured() {
    var missing = forest(new ForestPlot.Row("gemma3", List.of(Estimate.missing("no run"))));
    var measured = forest(new ForestPlot.Row("gemma3", List.of(around(98, 97, 99))));

    assertThat(marks(missing)).isOne().isEqualTo(marks(measured) - 1);
  }

  @Test
  void wantsAnEstimateForEverySeries() {
    var row = new ForestPlot.Row("gemma3", List.of());

    assertThatThrownBy(() -> forest(row))
        .hasMessage("gemma3 has 0 estimates for 1 series: give one for each, missing ones too");
  }

  @Test
  void drawsFiniteFiguresOfSomeRunsOnly() {
    assertThatThrownBy(() -> Estimate.of(Double.NaN, Optional.empty(), List.of(1.0)))
        .hasMessage("NaN cannot be drawn: leave out what has no figure");
    assertThatThrownBy(() -> Estimate.of(1, Optional.empty(), List.of()))
        .hasMessageContaining("say of how many it is");
  }

  private static ForestPlot forest(ForestPlot.Row... rows) {
    return ForestPlot.of(
        "Efficiency", "", "efficiency", "%", List.of(rows), List.of(new Limit("alert", 95)));
  }

  /** Filled shapes: those of the legend and of the rows. */
  private static long marks(Chart chart) {
    return SvgText.of(chart).elements("path").stream()
        .filter(path -> !path.getAttribute("fill").equals("none"))
        .count();
  }
}
