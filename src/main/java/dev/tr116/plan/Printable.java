package dev.tr116.plan;

/** Text from users, servers and models, fit for a message: what would steer a terminal escaped. */
public final class Printable {
  private Printable() {}

  /** The same on one line, with each code point that cannot be printed as its escape. */
  public static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** The first {@code most} code points of it, and {@code ...} where there are more. */
  public static String of(String text, int most) {
    var printable = new StringBuilder();
    var at = 0;
    for (var count = 0; at < text.length() && count < most; count++) {
      var codePoint = text.codePointAt(at);
      if (isPrintable(codePoint)) {
        printable.appendCodePoint(codePoint);
      } else {
        printable.append("\\u%04x".formatted(codePoint));
      }
      at += Character.charCount(codePoint);
    }
    return at < text.length() ? printable.append("...").toString() : printable.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
