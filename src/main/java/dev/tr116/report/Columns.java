package dev.tr116.report;

/** Text in the columns of a terminal, where many characters take two and some take none. */
final class Columns {
  private Columns() {}

  /** How many columns a text takes. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** The text with spaces behind it, so that it takes so many columns at least. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** Takes the middle out of a text that takes too many; this many of its head stay. */
  static String cut(String text, int longest, int head) {
    return of(text) <= longest ? text : head(text, head) + "…" + tail(text, longest - head - 1);
  }

  private static String head(String text, int columns) {
    var end = 0;
    var taken = 0;
    while (end < text.length()) {
      taken += of(text.codePointAt(end));
      if (taken > columns) {
        break;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int columns) {
    var begin = text.length();
    var taken = 0;
    while (begin > 0) {
      taken += of(text.codePointBefore(begin));
      if (taken > columns) {
        break;
      }
      begin = text.offsetByCodePoints(begin, -1);
    }
    return text.substring(begin);
  }

  private static int of(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  /** East Asian scripts and pictures (Unicode Standard Annex 11, in coarse blocks). */
  private static boolean isWide(int character) {
    return in(character, 0x1100, 0x115F)
        || in(character, 0x2E80, 0xA4CF)
        || in(character, 0xAC00, 0xD7A3)
        || in(character, 0xF900, 0xFAFF)
        || in(character, 0xFE30, 0xFE6F)
        || in(character, 0xFF00, 0xFF60)
        || in(character, 0xFFE0, 0xFFE6)
        || in(character, 0x1F300, 0x1FAFF)
        || in(character, 0x20000, 0x3FFFD);
  }

  private static boolean in(int character, int first, int last) {
    return first <= character && character <= last;
  }
}
