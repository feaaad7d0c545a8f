package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Nested
  class APercentile {
    @ParameterizedTest
    @CsvSource({"0.95, 59", "0.99, 299", "0.5, 5"})
    void needsSoManyValues(double share, int needed) {
      assertThat(Percentile.needs(share)).isEqualTo(needed);
      assertThat(of(needed, share).isSupported()).isTrue();
      assertThat(of(needed - 1, share).isSupported()).isFalse();
    }

    @Test
    void hasAnUpperBoundOnlyWhenItIsSupported() {
      assertThat(of(58, 0.95).atMost()).isEmpty();
      assertThat(of(59, 0.95).atMost()).hasValue(59);
    }

    @Test
    void ofTenValuesIsAtLeastTheEighth() {
      assertThat(of(10, 0.95).atLeast()).hasValue(8);
      assertThat(of(10, 0.95).ofSample()).isEqualTo(9.55, EXACTLY);
    }

    private static Percentile of(int n, double share) {
      return Percentile.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray(), share)
          .orElseThrow();
    }
  }

  @Nested
  class ACorrelation {
    @Test
    void isPearsons() {
      assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {2, 4, 6})).hasValue(1);
      assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {1, 3, 2}).orElseThrow())
          .isEqualTo(0.5, EXACTLY);
    }

    @Test
    void isAbsentWhenASideDoesNotVaryOrPairsAreTooFew() {
      assertThat(Correlation.pearson(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isEmpty();
      assertThat(Correlation.pearson(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
    }

    @Test
    void refusesSidesOfDifferentLength() {
      assertThatThrownBy(() -> Correlation.pearson(new double[3], new double[2]))
          .hasMessage("3 values beside 2 make no pairs");
    }
  }

  @Nested
  class AVarianceDecomposition {
    @Test
    void saysBothSharesOfTheGroups() {
      var split =
          VarianceDecomposition.of(
                  List.of(
                      new double[] {6, 8, 4, 5, 3, 4},
                      new double[] {8, 12, 9, 11, 6, 8},
                      new double[] {13, 9, 11, 8, 7, 12}))
              .orElseThrow();

      assertThat(split.between()).as("variance of 5, 9, 10").isEqualTo(7, EXACTLY);
      assertThat(split.within()).as("mean of 3.2, 4.8, 5.6").isEqualTo(68 / 15.0, EXACTLY);
      assertThat(split.betweenPercent()).isEqualTo(100 * 7 / (7 + 68 / 15.0), EXACTLY);
      assertThat(split.etaSquared()).as("84 / 152").isEqualTo(84 / 152.0, EXACTLY);
      assertThat(split.omegaSquared()).isEqualTo((84 - 2 * 68 / 15.0) / (152 + 68 / 15.0), EXACTLY);
      assertThat(split.p()).as("F(2, 15) = 9.26").isEqualTo(0.0024, within(0.00005));
    }

    @Test
    void isAbsentForOneGroupOneValueOrNoVariance() {
      assertThat(VarianceDecomposition.of(List.of(new double[] {1, 2}))).isEmpty();
      assertThat(VarianceDecomposition.of(List.of(new double[] {1, 2}, new double[] {1})))
          .isEmpty();
      assertThat(VarianceDecomposition.of(List.of(new double[] {1, 1}, new double[] {2, 2})))
          .isEmpty();
    }
  }

  @Nested
  class AnOutlier {
    @Test
    void liesTwoDeviationsFromTheMedianAndTwoPercentOfIt() {
      var outliers = Outliers.of(new double[] {100, 100.1, 99.9, 100.3, 110}).orElseThrow();

      assertThat(outliers.median()).isEqualTo(100.1);
      assertThat(outliers.deviation()).isEqualTo(0.2, EXACTLY);
      assertThat(outliers.beyondTwoDeviations()).containsExactly(4);
      assertThat(outliers.flagged()).containsExactly(4);
    }

    @Test
    void isNoneWithinTheFloor() {
      var outliers = Outliers.of(new double[] {100, 100, 100, 100, 101}).orElseThrow();

      assertThat(outliers.beyondTwoDeviations()).containsExactly(4);
      assertThat(outliers.flagged()).isEmpty();
    }

    @Test
    void needsThreeValues() {
      assertThat(Outliers.of(new double[] {1, 100})).isEmpty();
    }
  }

  @Nested
  class AComparison {
    @Test
    void givesTheRatioAndAnExactP() {
      var compared =
          TwoSamples.compare(
                  new double[] {10, 11, 12, 13, 14}, new double[] {20, 21, 22, 23, 24}, 42)
              .orElseThrow();

      assertThat(compared.ratio()).isEqualTo(22.0 / 12, EXACTLY);
      assertThat(compared.interval().contains(compared.ratio())).isTrue();
      assertThat(compared.p()).as("2 of 252 orders").isEqualTo(2 / 252.0, EXACTLY);
    }

    @Test
    void isCorrectedForBeingOneOfSeveral() {
      assertThat(Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)))
          .containsExactly(0.03, 0.06, 0.06, 0.02);
      assertThat(Holm.adjust(List.of(0.5, 0.9))).containsExactly(1.0, 1.0);
      assertThat(Holm.adjust(List.of())).isEmpty();
    }
  }

  @Test
  void anIntervalHasAnOrderAndALevel() {
    assertThat(new Interval(1, 3, 0.95).halfWidth()).isEqualTo(1);
    assertThat(new Interval(1, 3, 0.95).contains(3)).isTrue();
    assertThatThrownBy(() -> new Interval(3, 1, 0.95)).hasMessageContaining("no interval");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1, 0.95)).hasMessageContaining("no interval");
  }
}
