package dev.tr116.report;

/** Text from anywhere, made safe for the content and the attributes of XML 1.0. */
public final class XmlText {
  private XmlText() {}

  /**
   * The text with markup escaped, and without what XML forbids (control characters, lone
   * surrogates) or what would turn the text around it (bidirectional overrides).
   */
  public static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().filter(XmlText::isPrintable).forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int codePoint) {
    switch (codePoint) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(codePoint);
    }
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> !isBidirectionalControl(codePoint);
      default -> true;
    };
  }

  private static boolean isBidirectionalControl(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
