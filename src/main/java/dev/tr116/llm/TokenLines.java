package dev.tr116.llm;

import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one answer that are like one before them, of this answer or another, and carry
 * text alone, which are nearly all. What any other line means, and whether it is one, is for the
 * protocol's parser.
 */
final class TokenLines {
  /** A new kind of lines is worth a template once it has come this often. */
  private static final int LINES_TO_LEARN = 16;

  private final KnownLines known;
  private KnownLines.@Nullable Kind kind;
  private String text = "";
  private int unknown = LINES_TO_LEARN - 1;

  /** Shares what it learns with other answers. */
  TokenLines(KnownLines known) {
    this.known = known;
  }

  /** Whether it is such a line; then its text is here until the next one. */
  boolean know(byte[] bytes, int offset, int length) {
    var present = kind;
    return present == null ? isOfAny(bytes, offset, length) : isOf(present, bytes, offset, length);
  }

  /** The answer text of the line; empty when it carries none. */
  String response() {
    return isOfThinking() ? "" : text;
  }

  /** The thinking text of the line; empty when it carries none. */
  String thinking() {
    return isOfThinking() ? text : "";
  }

  /** A line that carries only these texts, as was found by parsing it. */
  void learn(byte[] bytes, int offset, int length, String response, String thinking) {
    if (response.isEmpty() == thinking.isEmpty() || isOfAny(bytes, offset, length)) {
      return;
    }
    unknown++;
    if (unknown == LINES_TO_LEARN) {
      unknown = 0;
      known.learn(bytes, offset, length, response + thinking, response.isEmpty());
      kind = null;
    }
  }

  private boolean isOfAny(byte[] bytes, int offset, int length) {
    for (var other : known.kinds()) {
      if (isOf(other, bytes, offset, length)) {
        kind = other;
        return true;
      }
    }
    return false;
  }

  private boolean isOf(KnownLines.Kind candidate, byte[] bytes, int offset, int length) {
    var found = candidate.template().text(bytes, offset, length);
    text = found == null ? "" : found;
    return found != null;
  }

  private boolean isOfThinking() {
    var present = kind;
    return present != null && present.ofThinking();
  }
}
