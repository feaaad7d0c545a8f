package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  @ParameterizedTest
  @CsvSource({"0, 5", "0, 59", "1, 10", "3, 7", "9, 10"})
  void isSoLargeAtMostThatFewerWouldBeSeenOnceInTwenty(int count, int n) {
    var proportion = Proportion.of(count, n).orElseThrow();

    assertThat(BinomialDistribution.of(n, proportion.atMost()).cumulativeProbability(count))
        .isEqualTo(0.05, within(1e-9));
    assertThat(proportion.share()).isEqualTo((double) count / n).isLessThan(proportion.atMost());
  }

  @Test
  void ofNoneInFiftyNineIsBelowFivePercent() {
    assertThat(Proportion.of(0, 59).orElseThrow().atMost()).isLessThan(0.05);
    assertThat(Proportion.of(0, 58).orElseThrow().atMost()).isGreaterThan(0.05);
  }

  @Test
  void ofAllMayBeAll() {
    assertThat(Proportion.of(4, 4).orElseThrow().atMost()).isEqualTo(1);
  }

  @Test
  void isAbsentWithoutATrialAndRefusesWhatCannotBe() {
    assertThat(Proportion.of(0, 0)).isEmpty();
    assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessage("3 of 2 is no share");
    assertThatThrownBy(() -> Proportion.of(-1, 2)).hasMessage("-1 of 2 is no share");
  }
}
