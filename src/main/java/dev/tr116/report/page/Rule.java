package dev.tr116.report.page;

import dev.tr116.report.page.Finding.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is looked for in every session.
 *
 * @param looksFor in a word or two
 * @param level of what it finds
 * @param title of what it finds
 * @param threshold from where on, in words
 * @param advice what to do
 * @param evidence the figures that trigger it; none for no finding
 */
record Rule(
    String looksFor,
    Level level,
    String title,
    String threshold,
    String advice,
    Function<PageData, List<String>> evidence) {

  Optional<Finding> look(PageData data) {
    var found = evidence.apply(data);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(level, title, threshold, found, advice));
  }
}
