package dev.tr116.server;

import java.util.List;

/**
 * Cuts an answer before the first stop string, which may be spread over several tokens: text that
 * could be the beginning of one is held back until it is known not to be.
 */
final class StopSequences {
  private final List<String> sequences;
  private final StringBuilder pending = new StringBuilder();
  private boolean matched;

  StopSequences(List<String> sequences) {
    this.sequences = sequences.stream().filter(sequence -> !sequence.isEmpty()).toList();
  }

  /** Takes the next piece and gives the text that may be shown now. */
  String accept(String piece) {
    pending.append(piece);
    var cut = sequences.stream().mapToInt(pending::indexOf).filter(at -> at >= 0).min();
    if (cut.isPresent()) {
      matched = true;
      pending.setLength(cut.getAsInt());
      return rest();
    }
    var shown = pending.substring(0, pending.length() - longestBeginningAtEnd());
    pending.delete(0, shown.length());
    return shown;
  }

  /** Gives what is held back, once no more text comes. */
  String rest() {
    var rest = pending.toString();
    pending.setLength(0);
    return rest;
  }

  boolean isMatched() {
    return matched;
  }

  private int longestBeginningAtEnd() {
    return sequences.stream().mapToInt(this::beginningAtEnd).max().orElse(0);
  }

  private int beginningAtEnd(String sequence) {
    var longest = Math.min(sequence.length() - 1, pending.length());
    for (var length = longest; length > 0; length--) {
      if (pending.indexOf(sequence.substring(0, length), pending.length() - length) >= 0) {
        return length;
      }
    }
    return 0;
  }
}
