package dev.tr116.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JvmActivityTest {
  @Test
  void countsWhatHappenedBetweenTwoMoments() {
    var earlier = new JvmActivity(10, OptionalDouble.of(300));
    var later = new JvmActivity(12.5, OptionalDouble.of(340));

    assertThat(later.since(earlier)).isEqualTo(new JvmActivity(2.5, OptionalDouble.of(40)));
  }

  @Test
  void doesNotInventWhatTheJvmDoesNotTell() {
    var silent = new JvmActivity(0, OptionalDouble.empty());

    assertThat(silent.since(silent).compilation()).isEmpty();
  }

  @Test
  void seesACollection() {
    var before = JvmActivity.now();
    for (var i = 0; i < 5; i++) {
      System.gc();
    }

    assertThat(JvmActivity.now().since(before).garbageCollection()).isPositive();
  }
}
