package dev.tr116.cost;

import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Headings, tables and figures in Markdown. */
public final class MarkdownText {
  private MarkdownText() {}

  /** A heading of that level and an empty line. */
  public static String heading(int level, String text) {
    return "#".repeat(level) + " " + text + "\n\n";
  }

  /** The first rows of a table. */
  public static String head(List<String> columns) {
    return row(columns) + row(columns.stream().map(column -> "---").toList());
  }

  /** A row of a table; its cells are Markdown. */
  public static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Dollars, whole ones with thousands apart, fewer than ten with cents and their hundredths. */
  public static String dollars(double amount) {
    var size = Math.abs(amount);
    var text =
        size != 0 && size < 10
            ? String.format(Locale.ROOT, size < 0.1 ? "$%.4f" : "$%.2f", size)
            : String.format(Locale.ROOT, "$%,.0f", size);
    return amount < 0 ? "-" + text : text;
  }

  /** A change in percent with its sign, e.g. {@code +3.4 %}. */
  static String percent(double change) {
    return String.format(Locale.ROOT, "%+.1f %%", change).replace("-0.0", "+0.0");
  }

  /** A mean with its interval where there is one. */
  static String mean(double mean, Optional<Interval> interval, String format) {
    return String.format(Locale.ROOT, format, mean)
        + interval
            .map(
                ends ->
                    String.format(
                        Locale.ROOT, " [" + format + ", " + format + "]", ends.low(), ends.high()))
            .orElse("");
  }
}
