package dev.tr116.performance;

/** The token server's tokens: a blank and the time of sending, 16 digits, ns. */
final class TokenText {
  private static final int LENGTH = 17;

  private TokenText() {}

  /** The sending of one token of a whole answer, counted from 0. */
  static long at(String answer, int index) {
    return Long.parseLong(answer, index * LENGTH + 1, (index + 1) * LENGTH, 10);
  }

  /** The sending of one token. */
  static long of(String token) {
    return at(token, 0);
  }
}
