package dev.tr116.server.llama;

import java.util.List;

/** A way to cut text into tokens. */
sealed interface Tokenizer permits SentencePieceTokenizer, ByteLevelTokenizer {
  /** Enough to make nearly every word of the bundled corpus a token of its own. */
  int MOST_MERGES = 3700;

  /**
   * Learns the tokens.
   *
   * @param corpus what to learn from
   * @param controls tokens that steer a conversation and never show in a text
   */
  Vocabulary learn(Corpus corpus, List<String> controls);

  /** How many tokens from the first a model must not generate: controls and bare bytes. */
  int silentTokens(List<String> controls);

  /** Writes what llama.cpp needs to know to cut text in this way. */
  void describe(GgufMetadata metadata, Vocabulary vocabulary);

  /** Whether every prompt gets a token in front that marks the beginning. */
  boolean marksBeginning();
}
