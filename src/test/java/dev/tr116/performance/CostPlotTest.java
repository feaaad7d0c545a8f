package dev.tr116.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.performance.CostPlot.Series;
import dev.tr116.report.chart.SvgText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostPlotTest {
  private static final double[] RUNS = {10, 100, 1_000, 10_000};

  @Test
  void saysWhatItShowsToThoseWhoDoNotSeeIt() {
    var svg =
        CostPlot.svg(
            "Reports & sessions",
            "runs per session",
            "seconds",
            List.of(
                Series.of("linear", RUNS, new double[] {0.1, 1, 10, 100}, 3),
                Series.of("<square>", RUNS, new double[] {0.001, 0.1, 10, 1_000}, 5)));

    var text = SvgText.of(svg);

    assertThat(text.document().getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(text.title()).isEqualTo("Reports & sessions");
    assertThat(text.description())
        .isEqualTo(
            "seconds over runs per session. linear: exponent 1.00, at the end 1.00, n 3:"
                + " 10: 0.1, 100: 1, 1000: 10, 10000: 100. <square>: exponent 2.00, at the end"
                + " 2.00, n 5: 10: 0.001, 100: 0.1, 1000: 10, 10000: 1000.");
    assertThat(text.lines())
        .contains(
            "runs per session",
            "seconds",
            "linear: exponent 1.00, at the end 1.00, n 3",
            "10",
            "10000",
            "0.01");
    assertThat(svg).doesNotContain("NaN", "Infinity", " id=", "<script");
  }

  @Test
  void aPowerOfTheSizeIsAStraightLine() {
    var svg =
        CostPlot.svg(
            "t", "x", "y", List.of(Series.of("a", RUNS, new double[] {1, 10, 100, 1_000}, 1)));

    var line =
        SvgText.of(svg).elements("path").stream()
            .map(path -> path.getAttribute("d"))
            .filter(path -> path.matches("M[0-9. ]+(L[0-9. ]+){3}"))
            .findFirst()
            .orElseThrow();

    var at =
        Pattern.compile("[0-9.]+")
            .matcher(line)
            .results()
            .mapToDouble(number -> Double.parseDouble(number.group()))
            .toArray();
    var slopes =
        IntStream.of(0, 2, 4)
            .mapToDouble(i -> (at[i + 3] - at[i + 1]) / (at[i + 2] - at[i]))
            .toArray();
    assertThat(slopes[0]).as("upwards").isNegative();
    assertThat(slopes[1] / slopes[0]).isBetween(0.99, 1.01);
    assertThat(slopes[2] / slopes[0]).isBetween(0.99, 1.01);
  }

  @Test
  void oneSizeHasNoExponentAndNoSeriesNoPicture() {
    var one = Series.of("a", new double[] {7}, new double[] {2}, 3);

    assertThat(SvgText.of(CostPlot.svg("t", "x", "y", List.of(one))).lines()).contains("a, n 3");
    assertThat(SvgText.of(CostPlot.svg("t", "x", "y", List.of())).lines()).contains("no data");
  }

  @Test
  void refusesWhatHasNoPlaceOnItsAxes() {
    var nothing = List.of(Series.of("a", new double[] {1}, new double[] {0}, 1));

    assertThatThrownBy(() -> CostPlot.svg("t", "x", "y", nothing))
        .hasMessage("a, n 1 has values that are not above 0: leave out what was not measured");
  }
}
