package dev.tr116.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void leavesNoControlCharacterInALine() {
    assertThat(PlainText.line(" a\tb\u001b[31m\u0000c\u202e\u2028d\ne ", 80))
        .isEqualTo("a b [31m c d e");
  }

  @Test
  void keepsTheLinesOfAText() {
    assertThat(PlainText.lines("a \r\nb\u001b\n\nc", 80)).isEqualTo("a\nb\n\nc");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(PlainText.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(PlainText.line("abcdefg", 6)).isEqualTo("abcde…").hasSize(6);
    assertThat(PlainText.lines("x".repeat(1_000_000), 100)).hasSize(100);
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(PlainText.line("abcd😀efg", 6)).isEqualTo("abcd…");
  }
}
