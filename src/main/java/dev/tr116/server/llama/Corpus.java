package dev.tr116.server.llama;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text a vocabulary is learned from, so that random tokens read like words. */
record Corpus(String text) {
  private static final String RESOURCE = "corpus.txt";
  private static final Pattern PIECE =
      Pattern.compile(" ?[A-Za-z]+| ?[0-9]| ?[^\\sA-Za-z0-9]+|\\n");

  /** The one that comes with the program. */
  static Corpus bundled() {
    try (var in = Corpus.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE + " is missing from the class path");
      }
      return new Corpus(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words with their leading blank, numbers and marks, and how often each occurs. */
  Map<String, Integer> pieces(UnaryOperator<String> spelling) {
    var counts = new LinkedHashMap<String, Integer>();
    PIECE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(spelling)
        .forEach(piece -> counts.merge(piece, 1, Integer::sum));
    return counts;
  }
}
