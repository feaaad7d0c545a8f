package dev.tr116.llm;

import java.util.Optional;

/**
 * What the answers of one client share: the template learned last, so that streams of one model
 * have one, and all but the first know their first line. Threads may use it at once.
 */
final class KnownLines {
  private final TextPlaces places;
  private volatile Optional<Kind> latest = Optional.empty();

  /** Without any yet. */
  KnownLines(TextPlaces places) {
    this.places = places;
  }

  /** The one learned last. */
  Optional<Kind> latest() {
    return latest;
  }

  /**
   * The kind of a line that was parsed.
   *
   * @param text what the line says, and nothing else
   * @param ofThinking whether that is thinking, else it is of the answer
   * @return empty when that does not stand in one place of it
   */
  Optional<Kind> learn(byte[] bytes, int offset, int length, String text, boolean ofThinking) {
    var present = latest;
    if (present
        .filter(kind -> kind.ofThinking() == ofThinking)
        .filter(kind -> text.equals(kind.template().text(bytes, offset, length)))
        .isPresent()) {
      return present;
    }
    var learned =
        places
            .template(bytes, offset, length, text)
            .map(template -> new Kind(template, ofThinking));
    if (learned.isPresent()) {
      latest = learned;
    }
    return learned;
  }

  /** Lines that differ in their text alone. */
  record Kind(LineTemplate template, boolean ofThinking) {}
}
