package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  @ParameterizedTest
  @CsvSource({"gemma3, 6", "é, 1", "e\u0301, 1", "模型, 4", "한국, 4", "🦙, 2", "'', 0"})
  void countsWhatATerminalShows(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
    assertThat(Columns.of(Columns.padded(text, 12))).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hf.co/somebody/A-Very-Long-Model-Name-Indeed-13B-GGUF:Q4_K_M · chimera-homo",
        "模型模型模型模型模型模型模型模型模型模型模型模型模型模型 · chimera-homo",
        "🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙🦙 · chimera-homo"
      })
  void cutsTheMiddleOutAndNoCharacterInTwo(String text) {
    var cut = Columns.cut(text, 31, 9);

    assertThat(Columns.of(cut)).isBetween(29, 31);
    assertThat(cut).endsWith(" · chimera-homo").contains("…");
    assertThat(text).startsWith(cut.substring(0, cut.indexOf('…')));
    assertThat(cut.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
