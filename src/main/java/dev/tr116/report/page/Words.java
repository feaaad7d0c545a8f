package dev.tr116.report.page;

import java.util.List;
import java.util.Locale;

/** Small words of generated sentences. */
final class Words {
  private Words() {}

  /** E.g. {@code 1 run}, {@code 3 runs}. */
  static String count(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }

  /** E.g. {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** The first of some, and how many more there are. */
  static String shortList(List<String> items, int most) {
    return items.size() <= most
        ? list(items)
        : String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
  }

  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
