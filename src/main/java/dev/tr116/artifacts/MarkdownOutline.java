package dev.tr116.artifacts;

/** The headings of a Markdown text. */
final class MarkdownOutline {
  private MarkdownOutline() {}

  /** E.g. {@code headings Summary, Risks}; what stands in a block of code is none. */
  static String of(FileHead head) {
    var headings = new NameList();
    var inCode = false;
    for (var line : head.text().lines().toList()) {
      var plain = line.strip();
      if (plain.startsWith("```") || plain.startsWith("~~~")) {
        inCode = !inCode;
      } else if (!inCode && plain.matches("#{1,6}[ \\t].*")) {
        headings.add(plain.replaceFirst("^#+\\s+", "").replaceFirst("\\s+#+$", ""));
      }
    }
    return headings.count() == 0 ? "no headings" : "headings " + headings;
  }
}
