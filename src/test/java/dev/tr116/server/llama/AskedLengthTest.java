package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedLengthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Summarize in 120 words.                  | 133 | 179
          Write a 120-word summary.                | 133 | 179
          Write 300-400 words.                     | 390 | 520
          Write between 300 and 400 words.         | 390 | 520
          Write 300 to 400 words about 12 tables.  | 390 | 520
          Use at most 250 words.                   | 228 | 325
          Answer with no more than 100 tokens.     | 70  | 100
          Keep it under 10 Words.                  | 10  | 13
          The files hold 40,000 words.             | 170 | 230
          List the 40 tables.                      | 170 | 230
          """)
  void readsTheUsualPhrases(String prompt, int least, int most) {
    assertThat(AskedLength.in(prompt)).isEqualTo(new AskedLength(least, most));
  }

  @Test
  void asksForOneTokenAtLeast() {
    assertThat(AskedLength.in("Answer in 0 words.")).isEqualTo(new AskedLength(1, 1));
  }
}
