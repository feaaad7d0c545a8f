package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargeSampleTest {
  @Test
  void givesTheMeanPlusAndMinusTwoStandardErrors() {
    var values = new double[500];
    for (var i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 9 : 11;
    }

    var interval = LargeSample.ofMean(values);

    // 1.959964 x the standard deviation, the root of 500 / 499, over the root of 500.
    assertThat(interval.low()).isCloseTo(10 - 0.087740, within(1e-6));
    assertThat(interval.high()).isCloseTo(10 + 0.087740, within(1e-6));
  }

  @Test
  void agreesWithResampling() {
    var random = new SplittableRandom(5);
    var a = random.doubles(600).map(x -> x * x).toArray();
    var b = random.doubles(600).map(x -> x * x + 0.1).toArray();

    var resampled = new Bootstrap(116).ofDifference(a, b).orElseThrow();
    var interval = LargeSample.ofDifference(a, b);

    assertThat(interval.low()).isCloseTo(resampled.low(), within(0.004));
    assertThat(interval.high()).isCloseTo(resampled.high(), within(0.004));
  }

  @Test
  void refusesAFewValues() {
    assertThatThrownBy(() -> LargeSample.ofMean(new double[499]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("499 values are no large sample; resample them (500 are one)");
  }

  @Test
  void refusesWhatIsNoNumber() {
    var values = new double[500];
    values[7] = Double.NaN;

    assertThatThrownBy(() -> LargeSample.ofMean(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave it out");
  }
}
