package dev.tr116.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
  private static final double[] SIZES = {10, 100, 1_000, 10_000};

  private static double[] costs(double factor, double power, double fixed) {
    return Arrays.stream(SIZES).map(x -> fixed + factor * Math.pow(x, power)).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.5, 1, 1.5, 2})
  void findsThePowerWhateverTheUnit(double power) {
    for (var factor : new double[] {1e-9, 1, 350}) {
      var costs = costs(factor, power, 0);

      assertThat(Growth.exponent(SIZES, costs)).isCloseTo(power, within(1e-9));
      assertThat(Growth.atTheEnd(SIZES, costs)).isCloseTo(power, within(1e-9));
    }
  }

  @Test
  void whatIsPaidOnceHidesTheGrowthLessAtTheEnd() {
    var costs = costs(0.001, 1, 1);

    assertThat(Growth.exponent(SIZES, costs)).isCloseTo(0.33, within(0.02));
    assertThat(Growth.atTheEnd(SIZES, costs)).isCloseTo(Math.log10(5.5), within(1e-9));
  }

  @Test
  void leavesTheDistanceToAllPointsSmall() {
    assertThat(Growth.exponent(new double[] {1, 10, 100}, new double[] {1, 100, 100}))
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,1", "1,-1", "NaN,1", "1,NaN", "1,Infinity"})
  void refusesWhatHasNoLogarithm(double x, double y) {
    assertThatThrownBy(() -> Growth.exponent(new double[] {1, x}, new double[] {1, y}))
        .hasMessageContaining("leave out what was not measured");
  }

  @Test
  void refusesFewerThanTwoSizes() {
    assertThatThrownBy(() -> Growth.atTheEnd(new double[] {1}, new double[] {1}))
        .hasMessage("1 sizes and 1 costs: give two or more of each, as many of both");
    assertThatThrownBy(() -> Growth.exponent(new double[] {1, 2}, new double[] {1}))
        .hasMessageContaining("as many of both");
    assertThatThrownBy(() -> Growth.exponent(new double[] {5, 5}, new double[] {1, 2}))
        .hasMessage("one size alone has no growth: give two or more");
  }
}
