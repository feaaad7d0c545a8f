package dev.tr116.report.study;

import java.util.List;
import java.util.stream.Collectors;

/** A page of Markdown in ASCII. Every text it is given is shown as text, whatever it contains. */
final class Page {
  private final StringBuilder text = new StringBuilder();

  /** A heading of a level from 1. */
  Page heading(int level, String title) {
    gap();
    text.append("#".repeat(level)).append(' ').append(PlainText.shown(title)).append("\n\n");
    return this;
  }

  /** A paragraph. */
  Page paragraph(String words) {
    gap();
    text.append(PlainText.atLineStart(words)).append("\n\n");
    return this;
  }

  /** A name in bold and what belongs to it. */
  Page field(String name, String value) {
    text.append("**").append(PlainText.shown(name)).append(":** ");
    text.append(PlainText.shown(value)).append("  \n");
    return this;
  }

  /** One item of a list. */
  Page bullet(String words) {
    text.append("- ").append(PlainText.atLineStart(words)).append('\n');
    return this;
  }

  /** A whole list; a sentence instead where it has no item. */
  Page bullets(List<String> items, String none) {
    if (items.isEmpty()) {
      return paragraph(none);
    }
    gap();
    items.forEach(this::bullet);
    return this;
  }

  /** A numbered list, as far as Markdown numbers it. */
  Page numbered(List<String> items) {
    gap();
    for (var i = 0; i < items.size(); i++) {
      text.append(i + 1).append(". ").append(PlainText.atLineStart(items.get(i))).append('\n');
    }
    return this;
  }

  /** A table; a sentence instead where it has no row. */
  Page table(List<String> columns, List<List<String>> rows, String none) {
    return rows.isEmpty() ? paragraph(none) : table(columns, rows);
  }

  /** A table of at least one row. */
  Page table(List<String> columns, List<List<String>> rows) {
    gap();
    row(columns);
    text.append(columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|\n")));
    rows.forEach(this::row);
    text.append('\n');
    return this;
  }

  /** Lines to copy, fenced so that nothing in them can end the block. */
  Page code(List<String> lines) {
    gap();
    var plain = lines.stream().map(PlainText::ascii).toList();
    var fence = "`".repeat(Math.max(3, 1 + plain.stream().mapToInt(Page::ticks).max().orElse(0)));
    text.append(fence).append('\n');
    plain.forEach(line -> text.append(line).append('\n'));
    text.append(fence).append("\n\n");
    return this;
  }

  /** Markdown of this project's own making; it keeps its marks. */
  Page markdown(String own) {
    gap();
    own.strip().lines().forEach(line -> text.append(PlainText.ascii(line)).append('\n'));
    text.append('\n');
    return this;
  }

  private void row(List<String> cells) {
    text.append("| ");
    for (var i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : " | ").append(PlainText.inCell(cells.get(i)));
    }
    text.append(" |\n");
  }

  /** The longest run of back ticks. */
  private static int ticks(String line) {
    var longest = 0;
    var here = 0;
    for (var i = 0; i < line.length(); i++) {
      here = line.charAt(i) == '`' ? here + 1 : 0;
      longest = Math.max(longest, here);
    }
    return longest;
  }

  /** An empty line, unless there is one. */
  private void gap() {
    var length = text.length();
    if (length > 1 && text.charAt(length - 2) != '\n') {
      text.append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString().strip() + "\n";
  }
}
