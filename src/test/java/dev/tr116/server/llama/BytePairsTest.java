package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.llama.BytePairs.Pair;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytePairsTest {
  @Test
  void mergesTheMostFrequentPairFirst() {
    var merges = BytePairs.learn(Map.of("abc", 5, "bc", 3, "ad", 1), 2);

    assertThat(merges).containsExactly(new Pair("b", "c"), new Pair("a", "bc"));
  }

  @Test
  void endsWhenEveryPieceIsOneSymbol() {
    var merges = BytePairs.learn(Map.of("aaaa", 1), 100);

    assertThat(merges).extracting(Pair::merged).containsExactly("aa", "aaaa");
  }

  @Test
  void givesEverySymbolOnce() {
    var merges = BytePairs.learn(Corpus.bundled().pieces(text -> text), 500);

    assertThat(merges).hasSize(500).extracting(Pair::merged).doesNotHaveDuplicates();
  }
}
