package dev.tr116.server.llama;

import dev.tr116.server.llama.Vocabulary.Kind;
import dev.tr116.server.llama.Vocabulary.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Bytes, each spelled as a visible character in the way GPT-2 began, and learned pairs of them. */
final class ByteLevelTokenizer implements Tokenizer {
  private static final int FIRST_SUBSTITUTE = 256;

  private final List<String> spellings = spellings();

  @Override
  public Vocabulary learn(Corpus corpus, List<String> controls) {
    var tokens = new ArrayList<Token>();
    bytes(false).forEach(text -> tokens.add(new Token(text, Kind.NORMAL, 0, false)));
    controls.forEach(text -> tokens.add(Token.special(text, Kind.CONTROL)));
    bytes(true).forEach(text -> tokens.add(new Token(text, Kind.NORMAL, 0, false)));
    var merges = new ArrayList<String>();
    var pieces = corpus.pieces(this::spell);
    var blank = spell(" ");
    for (var pair : BytePairs.learn(pieces, MOST_MERGES)) {
      var text = pair.merged();
      var isWord = text.length() > 2 && text.startsWith(blank) && pieces.containsKey(text);
      tokens.add(new Token(text, Kind.NORMAL, 0, isWord));
      merges.add(pair.left() + " " + pair.right());
    }
    return new Vocabulary(tokens, merges);
  }

  @Override
  public int silentTokens(List<String> controls) {
    return bytes(false).size() + controls.size();
  }

  @Override
  public void describe(GgufMetadata metadata, Vocabulary vocabulary) {
    metadata
        .put("tokenizer.ggml.model", "gpt2")
        .put("tokenizer.ggml.pre", "qwen2")
        .putTexts("tokenizer.ggml.merges", vocabulary.merges());
  }

  @Override
  public boolean marksBeginning() {
    return false;
  }

  private String spell(String text) {
    var spelled = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(spellings.get(Byte.toUnsignedInt(b)));
    }
    return spelled.toString();
  }

  /** The bytes that may show in a generated text, or those that may not. */
  private List<String> bytes(boolean shown) {
    return IntStream.range(0, 256)
        .filter(b -> (b == '\n' || (b >= ' ' && b <= '~')) == shown)
        .mapToObj(spellings::get)
        .toList();
  }

  private static List<String> spellings() {
    var spellings = new ArrayList<String>();
    var substitute = FIRST_SUBSTITUTE;
    for (var b = 0; b < 256; b++) {
      var isVisible = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
      spellings.add(Character.toString(isVisible ? b : substitute++));
    }
    return spellings;
  }
}
