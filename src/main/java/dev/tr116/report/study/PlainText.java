package dev.tr116.report.study;

/** Words made safe: ASCII, on one line, and nothing in them read as Markdown or HTML. */
final class PlainText {
  private static final String MARKS = "\\`*[]~";

  private PlainText() {}

  /** As text within a line. */
  static String shown(String words) {
    var plain = ascii(words);
    var safe = new StringBuilder(plain.length() + 8);
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        // Emphasis that never begins has no end either.
        case '_' -> safe.append(i > 0 && isWord(plain.charAt(i - 1)) ? "_" : "\\_");
        default -> {
          if (MARKS.indexOf(c) >= 0) {
            safe.append('\\');
          }
          safe.append(c);
        }
      }
    }
    return safe.toString();
  }

  /** As a cell of a table. */
  static String inCell(String words) {
    return shown(words).replace("|", "\\|");
  }

  /** As text at the beginning of a line, where Markdown looks for more. */
  static String atLineStart(String words) {
    var safe = shown(words.strip());
    if (safe.matches("[#+=>-].*")) {
      return "\\" + safe;
    }
    return safe.replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
  }

  /**
   * On one line of ASCII: marks that have an ASCII twin as that, other characters as their number,
   * e.g. {@code \}{@code u00e9}, control characters as a space.
   */
  static String ascii(String words) {
    var plain = new StringBuilder(words.length());
    for (var i = 0; i < words.length(); i++) {
      var c = words.charAt(i);
      if (c >= ' ' && c <= '~') {
        plain.append(c);
      } else if (Character.isISOControl(c)) {
        plain.append(' ');
      } else {
        plain.append(twin(c));
      }
    }
    return plain.toString();
  }

  private static String twin(char c) {
    return switch (c) {
      case '\u00b7', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212' -> "-";
      case '\u00d7' -> "x";
      case '\u2018', '\u2019' -> "'";
      case '\u201c', '\u201d' -> "\"";
      case '\u2026' -> "...";
      case '\u00a0', '\u202f' -> " ";
      default -> String.format("\\u%04x", (int) c);
    };
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
