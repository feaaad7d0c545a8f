package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargeSampleTest {
  @Test
  void givesTheMeanPlusAndMinusTwoStandardErrors() {
    var values = new double[400];
    for (var i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 9 : 11;
    }

    var interval = LargeSample.ofMean(values);

    // The standard deviation is 1.00125, its root of n 20: 1.95996 x 0.0500626.
    assertThat(interval.low()).isCloseTo(10 - 0.098121, within(1e-6));
    assertThat(interval.high()).isCloseTo(10 + 0.098121, within(1e-6));
  }

  @Test
  void agreesWithResampling() {
    var random = new SplittableRandom(5);
    var a = random.doubles(300).map(x -> x * x).toArray();
    var b = random.doubles(300).map(x -> x * x + 0.1).toArray();

    var resampled = new Bootstrap(116).ofDifference(a, b).orElseThrow();
    var interval = LargeSample.ofDifference(a, b);

    assertThat(interval.low()).isCloseTo(resampled.low(), within(0.004));
    assertThat(interval.high()).isCloseTo(resampled.high(), within(0.004));
  }

  @Test
  void refusesAFewValues() {
    assertThatThrownBy(() -> LargeSample.ofMean(new double[99]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("99 values are no large sample; resample them (100 are one)");
  }

  @Test
  void refusesWhatIsNoNumber() {
    var values = new double[100];
    values[7] = Double.NaN;

    assertThatThrownBy(() -> LargeSample.ofMean(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave it out");
  }
}
