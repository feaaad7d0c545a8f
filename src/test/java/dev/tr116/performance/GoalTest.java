package dev.tr116.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

  @ParameterizedTest
  @CsvSource({
    "1.6, within the goal",
    "1.61, within the limit",
    "2, within the limit",
    "2.01, beyond the limit"
  })
  void figureThatIsToBeLowIsHeldAgainstItsGoalAndItsLimit(double measured, String verdict) {
    assertThat(Goal.atMost("CPU", "x floor", 1.6, 2, measured).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"2, within the goal", "1.5, within the limit", "0.9, beyond the limit"})
  void figureThatIsToBeHighIsTheOtherWayRound(double measured, String verdict) {
    assertThat(new Goal("lines", "M/s", 2, 1, true, OptionalDouble.of(measured)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void figureThatWasNotMeasuredIsAbsent() {
    var absent = new Goal("lines", "M/s", 2, 1, true, OptionalDouble.empty());
    var present = new Goal("lines", "M/s", 2, 1, true, OptionalDouble.of(1.5));

    assertThat(absent.row(present))
        .isEqualTo("| lines, M/s | 2.00 | 1.00 | - | not measured | 1.50 | within the limit |");
  }
}
