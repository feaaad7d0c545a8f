package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalabilityFitTest {
  private static final long SEED = 116;

  @ParameterizedTest
  @CsvSource({"0.1, 0.02", "0.5, 0", "0, 0.05", "0.03, 0.0005", "1.4, 0.3"})
  void pointsOfALawGiveItBack(double sigma, double kappa) {
    var law = new UniversalScalability(sigma, kappa);

    var fit = ScalabilityFit.of(runs(5, 3, law::at), SEED).orElseThrow();

    assertThat(fit.law().sigma()).isCloseTo(sigma, within(1e-6));
    assertThat(fit.law().kappa()).isCloseTo(kappa, within(1e-6));
    assertThat(fit.rSquared().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void linearScalingHasNeitherContentionNorAMaximum() {
    var fit = ScalabilityFit.of(runs(4, 3, n -> n), SEED).orElseThrow();

    assertThat(fit.law()).isEqualTo(new UniversalScalability(0, 0));
    assertThat(fit.law().peak()).isEmpty();
    assertThat(fit.peak()).isEmpty();
  }

  @Test
  void moreThanLinearStaysAtTheBounds() {
    var fit = ScalabilityFit.of(runs(4, 3, n -> n * (1 + 0.1 * (n - 1))), SEED).orElseThrow();

    assertThat(fit.law()).isEqualTo(new UniversalScalability(0, 0));
  }

  @Test
  void noisyPointsComeCloseAndTheIntervalsHoldTheTruth() {
    var law = new UniversalScalability(0.12, 0.03);
    var noise = new Random(5);

    var fit =
        ScalabilityFit.of(runs(6, 10, n -> law.at(n) * (1 + 0.02 * noise.nextGaussian())), SEED)
            .orElseThrow();

    assertThat(fit.law().sigma()).isCloseTo(0.12, within(0.04));
    assertThat(fit.law().kappa()).isCloseTo(0.03, within(0.01));
    assertThat(fit.sigma().orElseThrow().contains(0.12)).isTrue();
    assertThat(fit.kappa().orElseThrow().contains(0.03)).isTrue();
    assertThat(fit.peak().orElseThrow().contains(Math.sqrt(0.88 / 0.03))).isTrue();
    assertThat(fit.peak().orElseThrow().halfWidth()).isLessThan(2);
    assertThat(fit.rSquared().orElseThrow()).isBetween(0.97, 1.0);
  }

  @Test
  void theSameRunsHaveTheSameIntervals() {
    var noise = new Random(7);
    var runs = runs(4, 5, n -> n / (1 + 0.2 * (n - 1)) + 0.05 * noise.nextGaussian());

    assertThat(ScalabilityFit.of(runs, SEED)).isEqualTo(ScalabilityFit.of(runs, SEED));
  }

  @Test
  void aMaximumThatSomeResamplesLackHasNoUpperEnd() {
    var noise = new Random(11);
    var runs = runs(4, 5, n -> n / (1 + 0.2 * (n - 1)) + 0.1 * noise.nextGaussian());

    var fit = ScalabilityFit.of(runs, SEED).orElseThrow();

    assertThat(fit.peak().orElseThrow().high()).isInfinite();
    assertThat(fit.peak().orElseThrow().low()).isGreaterThan(1);
  }

  @Test
  void twoNumbersOfAgentsAreTooFewAndSoAreRunsForAnInterval() {
    assertThat(ScalabilityFit.of(runs(2, 5, n -> n), SEED)).isEmpty();
    assertThat(ScalabilityFit.of(runs(3, 2, n -> n), SEED).orElseThrow().sigma()).isEmpty();
  }

  @Test
  void theMaximumIsWhereTheLawHasIt() {
    var law = new UniversalScalability(0.1, 0.02);
    var peak = law.peak().orElseThrow();

    assertThat(peak).isCloseTo(Math.sqrt(0.9 / 0.02), within(1e-9));
    assertThat(law.at(peak)).isGreaterThan(law.at(peak - 0.5)).isGreaterThan(law.at(peak + 0.5));
    assertThat(new UniversalScalability(1.2, 0.1).peak()).hasValue(1);
  }

  private static SortedMap<Integer, double[]> runs(
      int sizes, int each, DoubleUnaryOperator measured) {
    var runs = new TreeMap<Integer, double[]>();
    for (var n = 1; n <= sizes; n++) {
      var values = new double[each];
      for (var i = 0; i < each; i++) {
        values[i] = measured.applyAsDouble(n);
      }
      runs.put(n, values);
    }
    return runs;
  }
}
