package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
  /** LSAT and GPA of 15 law schools: the worked example of Efron and Tibshirani (1993). */
  private static final double[] LSAT = {
    576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594
  };

  private static final double[] GPA = {
    3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
  };

  private final Bootstrap bootstrap = new Bootstrap(42);

  @Test
  void ofACorrelationMovesTheIntervalTowardsItsLongTail() {
    var interval =
        bootstrap
            .of(
                LSAT.length,
                draw -> Correlation.pearson(drawn(LSAT, draw), drawn(GPA, draw)).orElse(1))
            .orElseThrow();

    assertThat(Correlation.pearson(LSAT, GPA).orElseThrow()).isEqualTo(0.776, within(0.001));
    assertThat(interval.low()).as("published: about 0.33").isBetween(0.28, 0.38);
    assertThat(interval.high()).as("published: about 0.94").isBetween(0.92, 0.96);
  }

  @Test
  void drawsTheSameForTheSameSeed() {
    var values = new double[] {1, 2, 3, 4, 10};

    assertThat(new Bootstrap(7).ofMean(values)).isEqualTo(new Bootstrap(7).ofMean(values));
    assertThat(new Bootstrap(7).ofMean(values)).isNotEqualTo(new Bootstrap(8).ofMean(values));
  }

  @Test
  void needsThreeValues() {
    assertThat(bootstrap.ofMean(new double[] {1, 2})).isEmpty();
    assertThat(bootstrap.ofMean(new double[] {1, 2, 3})).isPresent();
    assertThat(bootstrap.ofRatio(new double[] {1, 2, 3}, new double[] {1, 2})).isEmpty();
  }

  @Test
  void ofEqualValuesHasNoWidth() {
    assertThat(bootstrap.ofMean(new double[] {5, 5, 5}))
        .hasValue(new Interval(5, 5, Interval.LEVEL));
  }

  @Test
  void ofARatioNeedsPositiveValues() {
    var positive = new double[] {10, 11, 12};

    assertThat(bootstrap.ofRatio(positive, new double[] {20, 22, 24}).orElseThrow().contains(2))
        .isTrue();
    assertThat(bootstrap.ofRatio(positive, new double[] {0, 22, 24})).isEmpty();
    assertThat(bootstrap.ofRatio(new double[] {-1, 22, 24}, positive)).isEmpty();
  }

  @Test
  void ofManyValuesComesToTheIntervalOfALargeSample() {
    var random = new SplittableRandom(3);
    var a = IntStream.range(0, 499).mapToDouble(i -> 10 + random.nextGaussian()).toArray();
    var b = IntStream.range(0, 499).mapToDouble(i -> 20 + random.nextGaussian()).toArray();

    // One more value, in the middle, makes each a large sample.
    isNear(bootstrap.ofMean(a), bootstrap.ofMean(andTheMean(a)));
    isNear(bootstrap.ofDifference(a, b), bootstrap.ofDifference(andTheMean(a), andTheMean(b)));
    isNear(bootstrap.ofRatio(a, b), bootstrap.ofRatio(andTheMean(a), andTheMean(b)));
    assertThat(bootstrap.ofMean(andTheMean(a))).hasValue(LargeSample.ofMean(andTheMean(a)));
  }

  private static void isNear(Optional<Interval> resampled, Optional<Interval> large) {
    var one = resampled.orElseThrow();
    var tenth = (one.high() - one.low()) / 10;
    assertThat(large.orElseThrow().low()).isEqualTo(one.low(), within(tenth));
    assertThat(large.orElseThrow().high()).isEqualTo(one.high(), within(tenth));
  }

  private static double[] andTheMean(double[] values) {
    var more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = Arrays.stream(values).average().orElseThrow();
    return more;
  }

  @Test
  void ofAMeanIsThatOfTheSameStatisticInGeneral() {
    var values = new double[] {1, 2, 3, 4, 10, 7};

    var general =
        bootstrap
            .of(values.length, draw -> Arrays.stream(drawn(values, draw)).average().orElseThrow())
            .orElseThrow();

    assertThat(bootstrap.ofMean(values).orElseThrow().low()).isEqualTo(general.low(), within(1e-9));
    assertThat(bootstrap.ofMean(values).orElseThrow().high())
        .isEqualTo(general.high(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"5, 0.78, 0.90", "30, 0.89, 0.97"})
  void holdsTheTruthAboutAsOftenAsItSays(int n, double least, double most) {
    var random = new SplittableRandom(1);
    var held =
        IntStream.range(0, 300)
            .filter(
                trial -> {
                  var sample =
                      IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
                  return new Bootstrap(trial).ofMean(sample).orElseThrow().contains(0);
                })
            .count();

    assertThat(held / 300.0).isBetween(least, most);
  }

  private static double[] drawn(double[] values, int[] draw) {
    return Arrays.stream(draw).mapToDouble(index -> values[index]).toArray();
  }
}
