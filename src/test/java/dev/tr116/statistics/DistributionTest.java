package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  @Test
  void dividesByOneLessThanItsSize() {
    var sample = of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(sample.n()).isEqualTo(8);
    assertThat(sample.mean()).isEqualTo(5);
    assertThat(sample.standardDeviation().getAsDouble()).isEqualTo(Math.sqrt(32.0 / 7), EXACTLY);
    assertThat(sample.coefficientOfVariation().getAsDouble())
        .isEqualTo(20 * Math.sqrt(32.0 / 7), EXACTLY);
    assertThat(sample.min()).isEqualTo(2);
    assertThat(sample.max()).isEqualTo(9);
  }

  @Test
  void interpolatesPercentilesByType7() {
    var sample = of(50, 15, 20, 35, 40);

    assertThat(sample.p50()).isEqualTo(35);
    assertThat(sample.p95()).as("40 + 0.8 (50 - 40)").isEqualTo(48, EXACTLY);
    assertThat(of(1, 2, 3, 4).p50()).isEqualTo(2.5);
    assertThat(of(1, 2, 3, 4).p95()).isEqualTo(3.85, EXACTLY);
    assertThat(of(10, 20).p95()).isEqualTo(19.5, EXACTLY);
  }

  @Test
  void ofOneValueHasNoSpread() {
    var sample = of(7);

    assertThat(sample.n()).isEqualTo(1);
    assertThat(List.of(sample.mean(), sample.min(), sample.p50(), sample.p95(), sample.max()))
        .containsOnly(7.0);
    assertThat(sample.standardDeviation()).isEmpty();
    assertThat(sample.coefficientOfVariation()).isEmpty();
  }

  @Test
  void ofEqualValuesHasASpreadOfZero() {
    var sample = of(3, 3, 3);

    assertThat(sample.standardDeviation()).hasValue(0);
    assertThat(sample.coefficientOfVariation()).hasValue(0);
  }

  @Test
  void hasNoCoefficientOfVariationAroundZero() {
    assertThat(of(-1, 1).coefficientOfVariation()).isEmpty();
    assertThat(of(0, 0).coefficientOfVariation()).isEmpty();
  }

  @Test
  void ofNothingIsNone() {
    assertThat(Distribution.of(new double[0])).isEmpty();
    assertThat(Distribution.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> of(1, value, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sample holds a value that is no number; leave it out");
  }

  @Test
  void leavesTheSampleAsItWas() {
    var values = new double[] {3, 1, 2};

    Distribution.of(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void supportsAP95FromFiftyNineValuesOn() {
    assertThat(ofSize(58).supportsP95()).isFalse();
    assertThat(ofSize(59).supportsP95()).isTrue();
  }

  private static Distribution ofSize(int size) {
    return Distribution.of(IntStream.range(0, size).asDoubleStream().toArray()).orElseThrow();
  }

  private static Distribution of(double... values) {
    return Distribution.of(values).orElseThrow();
  }
}
