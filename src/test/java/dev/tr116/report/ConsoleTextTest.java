package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTextTest {
  private static final String HOSTILE =
      "a\033[31mred\033[0m\u0007bell\u009b2Jclear\u202eright-to-left\u0000\r\nnext\rover";

  @Test
  void steersNoTerminal() {
    assertThat(ConsoleText.line(HOSTILE))
        .isEqualTo("a [31mred [0m bell 2Jclear right-to-left  next over");
  }

  @Test
  void keepsLinesWhereTheyAreMeant() {
    assertThat(ConsoleText.lines(HOSTILE))
        .isEqualTo("a [31mred [0m bell 2Jclear right-to-left \nnext over");
  }

  @Test
  void leavesOtherTextAlone() {
    var text = "gemma3 · chimera-homo ±0.08 … 模型 é";

    assertThat(ConsoleText.line(text)).isEqualTo(text);
    assertThat(ConsoleText.lines(text)).isEqualTo(text);
  }
}
