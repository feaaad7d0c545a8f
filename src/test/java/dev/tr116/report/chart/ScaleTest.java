package dev.tr116.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void runsFromARoundValueToARoundValue() {
    var scale = Scale.linear(new double[] {34.5, 98.6}, 0, 100, 8);

    assertThat(scale.ticks()).containsExactly(30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0);
    assertThat(scale.at(30)).isZero();
    assertThat(scale.at(65)).isCloseTo(50, within(1e-9));
    assertThat(scale.at(1000)).as("moved to the edge").isEqualTo(100);
  }

  @Test
  void findsRoomAroundOneValue() {
    assertThat(Scale.linear(new double[] {1.2}, 0, 1, 8).at(1.2)).isBetween(0.2, 0.8);
    assertThat(Scale.linear(new double[] {0, 0}, 0, 1, 8).at(0)).isCloseTo(0.5, within(1e-9));
    assertThat(Scale.linear(new double[0], 0, 1, 8).ticks()).isNotEmpty();
    assertThat(Scale.logarithmic(new double[] {7}, 0, 1, 8).at(7)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void givesEqualRatiosEqualLengths() {
    var scale = Scale.logarithmic(new double[] {0.01, 100}, 0, 100, 10);

    assertThat(scale.at(10) - scale.at(1)).isCloseTo(scale.at(1) - scale.at(0.1), within(1e-9));
    assertThat(scale.ticks().stream().map(scale::label))
        .containsSubsequence("0.01", "0.1", "1", "10", "100");
  }

  @Test
  void labelsRatiosCloseToOneEvenly() {
    var scale = Scale.logarithmic(new double[] {0.9, 1.1}, 0, 100, 6);

    assertThat(scale.ticks().stream().map(scale::label)).contains("0.90", "1.00", "1.10");
  }

  @Test
  void labelsNoMoreThanFits() {
    var scale = Scale.fitting(m -> Scale.linear(new double[] {0, 8e15}, 0, 100, m), 10);

    assertThat(scale.ticks()).hasSizeBetween(2, 4);
    assertThat(scale.label(5e15)).isEqualTo("5e15");
  }

  @Test
  void countsAgentsInWholeNumbers() {
    assertThat(Scale.whole(4, 0, 1, 10).ticks()).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(Scale.whole(10_000, 0, 1, 10).ticks()).startsWith(1.0, 1000.0).endsWith(10_000.0);
  }
}
