package dev.tr116.server.llama;

import java.util.List;

/**
 * The tokens of a model. Those that a model must not generate come first.
 *
 * @param tokens by id
 * @param merges the learned pairs of a byte-level tokenizer, best first; otherwise empty
 */
record Vocabulary(List<Token> tokens, List<String> merges) {
  /** What llama.cpp is told of a token. */
  enum Kind {
    NORMAL(1),
    UNKNOWN(2),
    CONTROL(3),
    BYTE(6);

    private final int id;

    Kind(int id) {
      this.id = id;
    }

    int id() {
      return id;
    }
  }

  /**
   * One token.
   *
   * @param text as the file holds it
   * @param kind what llama.cpp is told of it
   * @param score a higher one is merged earlier
   * @param isWord whether it is a whole word of the corpus, and so more likely to be generated
   */
  record Token(String text, Kind kind, float score, boolean isWord) {
    static Token special(String text, Kind kind) {
      return new Token(text, kind, 0, false);
    }
  }

  int size() {
    return tokens.size();
  }

  boolean isWord(int id) {
    return tokens.get(id).isWord();
  }

  int id(String text) {
    for (var id = 0; id < tokens.size(); id++) {
      if (tokens.get(id).text().equals(text)) {
        return id;
      }
    }
    throw new IllegalArgumentException("no token " + text);
  }
}
