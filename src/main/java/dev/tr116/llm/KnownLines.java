package dev.tr116.llm;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the answers of one client share: the templates learned last, so that streams of one model
 * have one, and all but the first know their first line. Threads may use it at once.
 */
final class KnownLines {
  /** Models, servers and thinking each have their own; a session has a few. */
  private static final int MOST_KINDS = 8;

  private final TextPlaces places;
  private volatile List<Kind> kinds = List.of();

  /** Without any yet. */
  KnownLines(TextPlaces places) {
    this.places = places;
  }

  /** Those that are known, the latest first. */
  List<Kind> kinds() {
    return kinds;
  }

  /**
   * Learns the kind of a line that was parsed, unless its text does not stand in one place of it.
   *
   * @param text what the line says, and nothing else
   * @param ofThinking whether that is thinking, else it is of the answer
   */
  void learn(byte[] bytes, int offset, int length, String text, boolean ofThinking) {
    places
        .template(bytes, offset, length, text)
        .ifPresent(template -> remember(new Kind(template, ofThinking)));
  }

  private synchronized void remember(Kind learned) {
    kinds = Stream.concat(Stream.of(learned), kinds.stream()).limit(MOST_KINDS).toList();
  }

  /** Lines that differ in their text alone. */
  record Kind(LineTemplate template, boolean ofThinking) {}
}
