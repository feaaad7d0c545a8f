package dev.tr116.llm;

import java.util.Optional;

/**
 * Reads the lines of one answer that are like one before them and carry text alone, which are
 * nearly all. What any other line means, and whether it is one, is for the protocol's parser.
 */
final class TokenLines {
  /** A new kind of lines is worth a template once it has come this often. */
  private static final int LINES_TO_LEARN = 16;

  private final TextPlaces places;
  private Optional<LineTemplate> template = Optional.empty();
  private boolean ofThinking;
  private int unknown = LINES_TO_LEARN - 1;

  /** Without any line yet. */
  TokenLines(TextPlaces places) {
    this.places = places;
  }

  /** Whether it is such a line; then its text is here until the next one. */
  boolean know(byte[] bytes, int offset, int length) {
    return template.isPresent() && template.get().knows(bytes, offset, length);
  }

  /** The answer text of the line; empty when it carries none. */
  String response() {
    return ofThinking ? "" : text();
  }

  /** The thinking text of the line; empty when it carries none. */
  String thinking() {
    return ofThinking ? text() : "";
  }

  private String text() {
    // Asked for every token: mapping would make an object.
    return template.isPresent() ? template.get().text() : "";
  }

  /** A line that carries only these texts, as was found by parsing it. */
  void learn(byte[] bytes, int offset, int length, String response, String thinking) {
    if (response.isEmpty() == thinking.isEmpty()) {
      return;
    }
    unknown++;
    if (unknown == LINES_TO_LEARN) {
      unknown = 0;
      places
          .template(bytes, offset, length, response + thinking)
          .ifPresent(learned -> remember(learned, response.isEmpty()));
    }
  }

  private void remember(LineTemplate learned, boolean thinking) {
    template = Optional.of(learned);
    ofThinking = thinking;
  }
}
