package dev.tr116.server.llama;

import java.util.List;

/** The three families of models the stand-ins imitate, and where their layers differ. */
enum Architecture {
  GEMMA3(
      "gemma3",
      new SentencePieceTokenizer(),
      new ChatFormat("<start_of_turn>", "\n", "<end_of_turn>\n", "model"),
      List.of("<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>"),
      new Ends("<bos>", "<eos>", "<end_of_turn>"),
      1_000_000),
  QWEN2(
      "qwen2",
      new ByteLevelTokenizer(),
      new ChatFormat("<|im_start|>", "\n", "<|im_end|>\n", "assistant"),
      List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"),
      new Ends("<|endoftext|>", "<|im_end|>", "<|im_end|>"),
      1_000_000),
  LLAMA(
      "llama",
      new SentencePieceTokenizer(),
      new ChatFormat("<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>", "assistant"),
      List.of(
          "<unk>",
          "<|begin_of_text|>",
          "<|end_of_text|>",
          "<|start_header_id|>",
          "<|end_header_id|>",
          "<|eot_id|>"),
      new Ends("<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>"),
      500_000);

  private final String id;
  private final Tokenizer tokenizer;
  private final ChatFormat chat;
  private final List<String> controls;
  private final Ends ends;
  private final float ropeBase;

  Architecture(
      String id,
      Tokenizer tokenizer,
      ChatFormat chat,
      List<String> controls,
      Ends ends,
      float ropeBase) {
    this.id = id;
    this.tokenizer = tokenizer;
    this.chat = chat;
    this.controls = controls;
    this.ends = ends;
    this.ropeBase = ropeBase;
  }

  /** The tokens that begin a text, end it, and end a turn. */
  private record Ends(String text, String endOfText, String endOfTurn) {}

  /** The name in {@code general.architecture}. */
  String id() {
    return id;
  }

  ChatFormat chat() {
    return chat;
  }

  boolean marksBeginning() {
    return tokenizer.marksBeginning();
  }

  /** How many tokens from the first a model must not generate. */
  int silentTokens() {
    return tokenizer.silentTokens(controls);
  }

  Vocabulary learn(Corpus corpus) {
    return tokenizer.learn(corpus, controls);
  }

  /** Whether the embedding of the tokens is used again to choose the next one. */
  boolean tiesEmbeddings() {
    return this == GEMMA3;
  }

  boolean normalizesHeadsAndOutputs() {
    return this == GEMMA3;
  }

  boolean hasAttentionBiases() {
    return this == QWEN2;
  }

  /** Writes what only this architecture has to say, and the tokens. */
  void describe(GgufMetadata metadata, Shape shape, Vocabulary vocabulary) {
    metadata.put(id + ".rope.freq_base", ropeBase);
    switch (this) {
      case GEMMA3 ->
          metadata
              .put("gemma3.attention.key_length", shape.headWidth())
              .put("gemma3.attention.value_length", shape.headWidth())
              .put("gemma3.attention.sliding_window", 512);
      case LLAMA ->
          metadata
              .put("llama.rope.dimension_count", shape.headWidth())
              .put("llama.vocab_size", vocabulary.size());
      case QWEN2 -> {}
    }
    tokenizer.describe(metadata, vocabulary);
    metadata
        .putTexts(
            "tokenizer.ggml.tokens",
            vocabulary.tokens().stream().map(Vocabulary.Token::text).toList())
        .putInts(
            "tokenizer.ggml.token_type",
            vocabulary.tokens().stream().map(token -> token.kind().id()).toList())
        .put("tokenizer.ggml.bos_token_id", vocabulary.id(ends.text()))
        .put("tokenizer.ggml.eos_token_id", vocabulary.id(ends.endOfText()))
        .put("tokenizer.ggml.eot_token_id", vocabulary.id(ends.endOfTurn()))
        .put("tokenizer.ggml.add_bos_token", marksBeginning())
        .put("tokenizer.ggml.add_eos_token", false);
  }
}
