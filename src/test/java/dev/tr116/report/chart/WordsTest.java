package dev.tr116.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void endsLinesBetweenWordsAndNeverBetweenASignAndItsFigure() {
    assertThat(Words.wrapped("decode -32.0 points", 10, 60, 9))
        .containsExactly("decode", "-32.0", "points");
    assertThat(Words.wrapped("baseline-vs-chimera", 10, 80, 9))
        .containsExactly("baseline-vs-", "chimera");
  }

  @Test
  void cutsWhatDoesNotFitByWholeCharacters() {
    assertThat(Words.wrapped("x".repeat(99), 10, 66, 2))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("x…");
    assertThat(Words.cut("🦙🦙🦙🦙", 10, 40)).isEqualTo("🦙🦙…");
    assertThat(Words.cut("short", 10, 100)).isEqualTo("short");
  }

  @Test
  void goesOnWhereNotEvenOneCharacterFits() {
    assertThat(Words.wrapped("模型", 10, 1, 9)).containsExactly("模", "型");
  }

  @Test
  void isEmptyForNothing() {
    assertThat(Words.wrapped(" ", 10, 100, 3)).isEmpty();
  }
}
