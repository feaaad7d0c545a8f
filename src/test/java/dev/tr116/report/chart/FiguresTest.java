package dev.tr116.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "1, 98.14, 98.1",
    "0, -0.3, 0",
    "1, 0.004, 0.004",
    "1, 0, 0.0",
    "0, 999999, 999999",
    "0, 1250000, 1.25e6",
    "1, -3.2e15, -3.2e15",
    "1, 0.000001, 1e-6",
    "1, Infinity, ∞",
    "6, 312.345, 312.3",
    "6, 0, 0"
  })
  void areWrittenShort(int decimals, double value, String text) {
    assertThat(new Figures(decimals).of(value)).isEqualTo(text);
  }

  @Test
  void ofPartsOfAWholeAreRoundedHoweverSmall() {
    assertThat(new Figures(1).rounded(0.0004)).isEqualTo("0.0");
    assertThat(new Figures(1).rounded(-0.00005)).isEqualTo("0.0");
    assertThat(new Figures(1).rounded(-32.04)).isEqualTo("-32.0");
  }
}
