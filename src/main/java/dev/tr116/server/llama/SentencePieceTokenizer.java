package dev.tr116.server.llama;

import dev.tr116.server.llama.Vocabulary.Kind;
import dev.tr116.server.llama.Vocabulary.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Characters with a visible blank; what is not in the alphabet falls back to byte tokens. */
final class SentencePieceTokenizer implements Tokenizer {
  private static final char BLANK = '\u2581';
  private static final int BYTES = 256;

  @Override
  public Vocabulary learn(Corpus corpus, List<String> controls) {
    var tokens = new ArrayList<Token>();
    for (var text : controls) {
      tokens.add(Token.special(text, text.equals("<unk>") ? Kind.UNKNOWN : Kind.CONTROL));
    }
    for (var b = 0; b < BYTES; b++) {
      tokens.add(Token.special("<0x%02X>".formatted(b), Kind.BYTE));
    }
    var silent = silentTokens(controls);
    var pieces = corpus.pieces(text -> text.replace(' ', BLANK));
    for (var pair : BytePairs.learn(pieces, MOST_MERGES)) {
      var text = pair.merged();
      var isWord = text.length() > 2 && text.charAt(0) == BLANK && pieces.containsKey(text);
      tokens.add(new Token(text, Kind.NORMAL, silent - tokens.size() - 1, isWord));
    }
    // The alphabet is merged last of all.
    alphabet()
        .forEach(
            text -> tokens.add(new Token(text, Kind.NORMAL, silent - tokens.size() - 1, false)));
    return new Vocabulary(tokens, List.of());
  }

  @Override
  public int silentTokens(List<String> controls) {
    return controls.size() + BYTES;
  }

  @Override
  public void describe(GgufMetadata metadata, Vocabulary vocabulary) {
    metadata
        .put("tokenizer.ggml.model", "llama")
        .put("tokenizer.ggml.pre", "default")
        .putFloats("tokenizer.ggml.scores", vocabulary.tokens().stream().map(Token::score).toList())
        .put("tokenizer.ggml.unknown_token_id", vocabulary.id("<unk>"))
        .put("tokenizer.ggml.add_space_prefix", false);
  }

  @Override
  public boolean marksBeginning() {
    return true;
  }

  private static List<String> alphabet() {
    var printable = IntStream.rangeClosed('!', '~');
    return IntStream.concat(IntStream.of(BLANK, '\n'), printable)
        .mapToObj(Character::toString)
        .toList();
  }
}
