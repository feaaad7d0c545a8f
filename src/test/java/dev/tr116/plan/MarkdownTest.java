package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '~',
      value = {
        "76.67 % [50.00, 93.33] (n 3)~76.67 % [50.00, 93.33] (n 3)",
        "llama3.1:8b-instruct-q4_0~llama3.1:8b-instruct-q4_0",
        "[a](http://b)~[a\\](http://b)",
        "[a][b]~[a\\][b]",
        "[a]: http://b~[a\\]: http://b",
        "**a** __b__ _c_~\\*\\*a\\*\\* \\__b_\\_ \\_c\\_",
        "`a` | \\~\\`a\\` \\| \\\\",
        "# a # b~\\# a # b",
        "<b>&amp;~&lt;b>&amp;amp;",
        "> a -> b~\\> a -> b"
      })
  void nothingIsReadAsMarkup(String text, String shown) {
    assertThat(Markdown.plain(text)).isEqualTo(shown);
  }

  @Test
  void everyTextStaysOnOneLineWithoutWhatSteersATerminal() {
    assertThat(Markdown.plain(" a\n\n# b\r\n\u2028c\u001b[31m \u202ed "))
        .isEqualTo("a # b c [31m d");
    assertThat(Markdown.plain("~~a~~")).isEqualTo("\\~~a\\~~");
  }
}
