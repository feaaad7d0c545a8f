package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.report.TimeAxis.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
  @ParameterizedTest
  @CsvSource({
    "400000,       ms, 0.00, 0.40",
    "37000000,     ms, 0,    35",
    "1999000000,   ms, 0,    1800",
    "4000000000,   s,  0.0,  4.0",
    "61000000000,  s,  0,    60",
    "600000000000, s,  0,    600",
  })
  void labelsRoundTimesInAFittingUnit(long span, String unit, String first, String last) {
    var axis = new TimeAxis(0, 100, span);

    assertThat(axis.unit()).isEqualTo(unit);
    assertThat(axis.ticks()).extracting(Tick::label).startsWith(first).endsWith(last);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 11, 999_999_999, 7_777_777_777L, 86_400_000_000_000L})
  void hasFewTicksWithinItsWidth(long span) {
    var axis = new TimeAxis(50, 100, span);

    assertThat(axis.ticks()).hasSizeBetween(1, 11).allMatch(tick -> tick.x() <= 150);
  }

  @Test
  void movesMomentsOutsideToTheEdge() {
    var axis = new TimeAxis(50, 100, 1_000);

    assertThat(axis.x(-5)).isEqualTo(50);
    assertThat(axis.x(250)).isCloseTo(75, within(1e-9));
    assertThat(axis.x(2_000)).isEqualTo(150);
  }
}
