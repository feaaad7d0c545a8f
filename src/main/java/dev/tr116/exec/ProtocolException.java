package dev.tr116.exec;

import java.util.Optional;

/** A program does not keep to the protocol; the message says what it expects. */
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 200;

  ProtocolException(String what) {
    super(what);
  }

  /** Something is wrong with one line. */
  static ProtocolException in(String line, String what) {
    return new ProtocolException(what + "; it wrote: " + beginning(line));
  }

  String reason() {
    return Optional.ofNullable(getMessage()).orElse("");
  }

  private static String beginning(String line) {
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "...";
  }
}
