package dev.tr116.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** What is asked of every page of this project. */
public final class PageAssert {
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?i)(<(script|img|iframe|audio|video|source|embed|object|image|use)\\b[^>]*"
              + "\\b(src|href|data|srcset)\\s*=\\s*[\"']?(?!#|data:)[^\\s>]+"
              + "|<link\\b[^>]*\\bhref\\s*=\\s*[\"']?(?!#|data:)[^\\s>]+"
              + "|url\\(\\s*[\"']?(?!#|data:)[^)]+|@import[^;]+)");

  private PageAssert() {}

  /** Nothing of the page has to be fetched. */
  public static void assertSelfContained(Path page) {
    try {
      assertThat(OUTSIDE.matcher(Files.readString(page)).results().map(r -> r.group()))
          .as("what %s fetches", page.getFileName())
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody can read it, in this view, and nothing sticks out or lies upon another. */
  public static void assertReadable(Findings found, View view) {
    var softly = new SoftAssertions();
    softly.assertThat(found.width()).as("width").isEqualTo(view.width());
    softly.assertThat(found.isDark()).as("dark").isEqualTo(view.isDark());
    softly.assertThat(found.scrollWidth()).as("width to scroll").isLessThanOrEqualTo(view.width());
    softly.assertThat(found.seriousViolations()).as("axe: serious or critical").isEmpty();
    softly.assertThat(found.console()).as("console: errors, and what it would fetch").isEmpty();
    softly.assertThat(found.list("clipped")).as("text that leaves its picture").isEmpty();
    softly.assertThat(found.list("overlaps")).as("text upon text").isEmpty();
    softly.assertThat(found.list("small")).as("letters too small").isEmpty();
    softly.assertThat(found.list("unreachable")).as("without a mouse out of reach").isEmpty();
    softly.assertAll();
  }
}
