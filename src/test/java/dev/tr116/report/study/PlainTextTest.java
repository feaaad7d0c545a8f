package dev.tr116.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '$',
      quoteCharacter = '"',
      value = {
        "gemma3 $ gemma3",
        "gpu80_ctx512_temp10 $ gpu80_ctx512_temp10",
        "TP_Improve_% $ TP_Improve_%",
        "_x_ $ \\_x_",
        "<script>alert(1)</script> $ &lt;script>alert(1)&lt;/script>",
        "[a](javascript:b) $ \\[a\\](javascript:b)",
        "a*b*c `d` ~~e~~ $ a\\*b\\*c \\`d\\` \\~\\~e\\~\\~",
        "&lt; $ &amp;lt;",
        "back\\slash $ back\\\\slash"
      })
  void showsMarksAsText(String words, String shown) {
    assertThat(PlainText.shown(words)).isEqualTo(shown);
  }

  @Test
  void keepsACellInItsPlace() {
    assertThat(PlainText.inCell("a | b\nc")).isEqualTo("a \\| b c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# no heading", "- no item", "> no quote", "+ no item", "=== no line"})
  void escapesWhatWouldBeginABlock(String words) {
    assertThat(PlainText.atLineStart(words)).isEqualTo("\\" + words);
  }

  @Test
  void escapesWhatWouldBeginANumberedList() {
    assertThat(PlainText.atLineStart("12. of May")).isEqualTo("12\\. of May");
    assertThat(PlainText.atLineStart("5 runs")).isEqualTo("5 runs");
  }

  @Test
  void writesInAsciiWhateverItIsGiven() {
    assertThat(
            PlainText.ascii(
                "caf\u00e9 \u00b7 2\u00d7 \u2013 \u201cx\u201d \ud83d\ude00\t\u001b[31m\u0085"))
        .isEqualTo("caf\\u00e9 - 2x - \"x\" \\ud83d\\ude00  [31m ");
  }
}
