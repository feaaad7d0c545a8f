package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictPaintTest {
  @ParameterizedTest
  @CsvSource({"PASS, 32", "FAIL, 31", "INVALID, 35", "INCONCLUSIVE, 33", "not enforced, 33"})
  void coloursTheVerdictThatEndsALine(String verdict, int colour) {
    assertThat(VerdictPaint.of("[tr116] gemma3 · x    5/5   1.71  " + verdict))
        .isEqualTo("[tr116] gemma3 · x    5/5   1.71  \033[" + colour + "m" + verdict + "\033[0m");
  }

  @Test
  void coloursAVerdictThatIsExplained() {
    assertThat(VerdictPaint.of("x · verdict  FAIL (not enforced, see tr116.slo.enforce)"))
        .isEqualTo("x · verdict  \033[31mFAIL\033[0m (not enforced, see tr116.slo.enforce)");
    assertThat(VerdictPaint.of("compared with session y  PASS: 0 worse"))
        .isEqualTo("compared with session y  \033[32mPASS\033[0m: 0 worse");
  }

  @Test
  void leavesWordsAlone() {
    var line = "[tr116] FAIL-SAFE · PASS is no verdict here";

    assertThat(VerdictPaint.of(line)).isEqualTo(line);
  }
}
