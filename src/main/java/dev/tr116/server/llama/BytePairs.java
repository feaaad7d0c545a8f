package dev.tr116.server.llama;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns a vocabulary by byte pair encoding: the most frequent pair of neighbours becomes a symbol
 * of its own, again and again (Sennrich, Haddow, Birch 2016).
 */
final class BytePairs {
  /** Two neighbouring symbols. */
  record Pair(String left, String right) {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::left).thenComparing(Pair::right);

    String merged() {
      return left + right;
    }
  }

  private static final class Word {
    private final List<String> symbols;
    private final int count;

    Word(String text, int count) {
      this.symbols = new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
      this.count = count;
    }
  }

  private final Map<Pair, Integer> counts = new HashMap<>();
  private final Map<Pair, Set<Word>> places = new HashMap<>();

  private BytePairs(Map<String, Integer> pieces) {
    pieces.forEach((text, count) -> add(new Word(text, count)));
  }

  /** The pairs in the order of merging, until {@code limit} or until every piece is one symbol. */
  static List<Pair> learn(Map<String, Integer> pieces, int limit) {
    var state = new BytePairs(pieces);
    var merges = new ArrayList<Pair>();
    var known = new HashSet<String>();
    while (merges.size() < limit && !state.counts.isEmpty()) {
      var best = state.mostFrequent();
      // The same symbol can arise from two pairs; the vocabulary has it once.
      if (known.add(best.merged())) {
        merges.add(best);
      }
      state.merge(best);
    }
    return merges;
  }

  private Pair mostFrequent() {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<Pair, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Pair.ORDER)))
        .orElseThrow()
        .getKey();
  }

  private void merge(Pair pair) {
    for (var word : List.copyOf(places.get(pair))) {
      remove(word);
      for (var i = 0; i + 1 < word.symbols.size(); i++) {
        if (word.symbols.get(i).equals(pair.left())
            && word.symbols.get(i + 1).equals(pair.right())) {
          word.symbols.set(i, pair.merged());
          word.symbols.remove(i + 1);
        }
      }
      add(word);
    }
  }

  private void add(Word word) {
    for (var pair : pairs(word)) {
      counts.merge(pair, word.count, Integer::sum);
      places.computeIfAbsent(pair, key -> new HashSet<>()).add(word);
    }
  }

  private void remove(Word word) {
    for (var pair : pairs(word)) {
      if (counts.merge(pair, -word.count, Integer::sum) == 0) {
        counts.remove(pair);
      }
      places.get(pair).remove(word);
    }
  }

  private static List<Pair> pairs(Word word) {
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i + 1 < word.symbols.size(); i++) {
      pairs.add(new Pair(word.symbols.get(i), word.symbols.get(i + 1)));
    }
    return pairs;
  }
}
