package dev.tr116.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HighestMeanTest {
  private static final long SEED = 116;

  @Test
  void namesTheHighestAndTheSmallestThatIsAsGood() {
    var highest =
        HighestMean.of(
                new TreeMap<>(
                    Map.of(
                        1, new double[] {1, 1.01, 0.99},
                        2, new double[] {1.7, 1.9, 1.8},
                        3, new double[] {1.75, 1.95, 1.8},
                        4, new double[] {1.2, 1.21, 1.19})),
                SEED)
            .orElseThrow();

    assertThat(highest.at()).isEqualTo(3);
    assertThat(highest.alike()).containsExactly(2, 3);
    assertThat(highest.smallest()).hasValue(2);
  }

  @Test
  void standsAloneWhereEverythingElseIsLower() {
    var highest =
        HighestMean.of(
                new TreeMap<>(
                    Map.of(1, new double[] {1, 1.01, 0.99}, 2, new double[] {1.7, 1.9, 1.8})),
                SEED)
            .orElseThrow();

    assertThat(highest.alike()).containsExactly(2);
    assertThat(highest.smallest()).hasValue(2);
  }

  @Test
  void decidesNothingOnTooFewValuesAndNamesNothingOnNone() {
    var few = new TreeMap<>(Map.of(1, new double[] {1, 1}, 2, new double[] {1.7, 1.9}));

    assertThat(HighestMean.of(few, SEED).orElseThrow().smallest()).isEmpty();
    assertThat(HighestMean.of(new TreeMap<>(Map.of(1, new double[] {})), SEED)).isEmpty();
  }
}
