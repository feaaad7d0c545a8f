package dev.tr116.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.report.Ink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {
  static Stream<Chart> charts() {
    return Samples.charts().stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void isWellFormedAndSaysWhatItShows(Chart chart) {
    for (var layout : Layout.values()) {
      var svg = chart.svg(layout);
      var text = SvgText.of(svg);

      assertThat(svg).hasSizeLessThan(200_000).doesNotContain("NaN", "Infinity", " id=", "<script");
      assertThat(text.title()).isNotBlank();
      assertThat(text.description()).isNotBlank();
      assertThat(text.document().getDocumentElement().getAttribute("role")).isEqualTo("img");
    }
  }

  @Test
  void theFrontierIsWhatNoOtherBeats() {
    var fast = point("fast", 60, 2);
    var frugal = point("frugal", 40, 3);
    var beaten = point("beaten", 40, 2.5);
    var unmeasured =
        new Scatter.Point("?", Samples.around(99, 99, 99), Estimate.missing("no meter"));
    var chart = new Scatter("t", "", "x", "y", List.of(fast, beaten, unmeasured, frugal));

    assertThat(chart.frontier()).containsExactly(frugal, fast);
    assertThat(SvgText.of(chart).description()).contains("3 ?: x 99", "y not measured: no meter");
  }

  @Test
  void aGainStandsLeftOfZeroAndIsHatched() {
    var parts =
        List.of(
            new LossBars.Part("ideal", Ink.PALE, 120), new LossBars.Part("decode", Ink.GREEN, -20));
    var chart = new LossBars("t", "", List.of(new LossBars.Row("a", 3, parts, Optional.empty())));

    var boxes =
        SvgText.of(chart).elements("rect").stream()
            .filter(box -> box.getTextContent().endsWith("%"))
            .toList();
    var ideal = boxes.get(0);
    var gain = boxes.get(1);
    assertThat(gain.getTextContent()).isEqualTo("decode -20.0 %");
    assertThat(Double.parseDouble(gain.getAttribute("x")))
        .isLessThan(Double.parseDouble(ideal.getAttribute("x")));
    assertThat(gain.getAttribute("class")).isEqualTo("fill-paper");
    assertThat(SvgText.of(chart).lines()).contains("ideal 120.0 · decode -20.0");
  }

  private static Scatter.Point point(String label, double x, double y) {
    return new Scatter.Point(label, Samples.around(x, x, x), Samples.around(y, y, y));
  }
}
