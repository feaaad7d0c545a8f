package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.metrics.PercentChange.Pair;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PercentChangeTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void theMeanOfTheRunsAndTheChangeOfTheMeansAreTwoFigures() {
    var change = PercentChange.of(List.of(new Pair(10, 20), new Pair(40, 20)));

    assertThat(change.pairs()).isEqualTo(2);
    assertThat(change.meanOfRuns().orElseThrow()).as("(100 - 50) / 2").isEqualTo(25, EXACTLY);
    assertThat(change.ofMeans().orElseThrow()).as("40 over 50").isEqualTo(-20, EXACTLY);
    assertThat(change.meanOfRunsInterval()).as("of two runs").isEmpty();
    assertThat(change.ofMeansInterval()).isEmpty();
  }

  @Test
  void anIntervalHoldsItsFigureAndTheRunsHoldTheInterval() {
    var change =
        PercentChange.of(
            IntStream.rangeClosed(1, 20).mapToObj(i -> new Pair(100, 100 + i)).toList());

    assertThat(change.meanOfRuns().orElseThrow()).isEqualTo(10.5, EXACTLY);
    assertThat(change.meanOfRunsInterval().orElseThrow())
        .satisfies(
            interval -> {
              assertThat(interval.low()).isBetween(5.0, 10.0);
              assertThat(interval.high()).isBetween(11.0, 16.0);
            });
    assertThat(change.ofMeansInterval().orElseThrow().low())
        .as("with equal baselines the two figures are one")
        .isEqualTo(change.meanOfRunsInterval().orElseThrow().low(), EXACTLY);
  }

  @Test
  void aBaselineThatIsNotAboveZeroHasNoPercentage() {
    var change = PercentChange.of(List.of(new Pair(0, 5), new Pair(-1, 5), new Pair(10, 11)));

    assertThat(change.pairs()).isEqualTo(1);
    assertThat(change.meanOfRuns().orElseThrow()).isEqualTo(10, EXACTLY);
    assertThat(PercentChange.between(0, 5)).isEmpty();
    assertThat(PercentChange.between(-1, 5)).isEmpty();
    assertThat(PercentChange.between(10, 11).orElseThrow()).isEqualTo(10, EXACTLY);
  }

  @Test
  void nothingComparedIsNoChange() {
    var change = PercentChange.of(List.of(new Pair(0, 5)));

    assertThat(change.pairs()).isZero();
    assertThat(change.meanOfRuns()).isEmpty();
    assertThat(change.ofMeans()).isEmpty();
    assertThat(change.asReduction()).isEqualTo(change);
  }

  @Test
  void lessIsAReductionAboveZeroWithItsIntervalTurnedRound() {
    var change =
        PercentChange.of(IntStream.rangeClosed(1, 9).mapToObj(i -> new Pair(10 * i, 81)).toList());

    var reduction = change.asReduction();

    assertThat(reduction.pairs()).isEqualTo(9);
    assertThat(reduction.meanOfRuns().orElseThrow())
        .isEqualTo(-change.meanOfRuns().orElseThrow(), EXACTLY);
    assertThat(reduction.ofMeans().orElseThrow()).as("729 over 450").isEqualTo(-62, EXACTLY);
    assertThat(reduction.meanOfRunsInterval().orElseThrow().low())
        .isEqualTo(-change.meanOfRunsInterval().orElseThrow().high(), EXACTLY);
    assertThat(reduction.ofMeansInterval().orElseThrow().high())
        .isEqualTo(-change.ofMeansInterval().orElseThrow().low(), EXACTLY);
    assertThat(reduction.asReduction()).isEqualTo(change);
  }
}
