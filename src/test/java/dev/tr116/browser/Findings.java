package dev.tr116.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at a page found.
 *
 * @param page what the page told, as {@code probe.js} writes it
 * @param console what it wrote to the console
 */
public record Findings(JsonNode page, List<String> console) {

  /** The page's title, once its scripts had run. */
  public String title() {
    return page.required("title").asText();
  }

  /** The width the page had, px. */
  public int width() {
    return page.required("width").intValue();
  }

  /** Whether the page was told to be dark. */
  public boolean isDark() {
    return page.required("dark").booleanValue();
  }

  /** How wide the page is to scroll, px. */
  public int scrollWidth() {
    return page.required("scrollWidth").intValue();
  }

  /** A list of the page, e.g. {@code overlaps}. */
  public List<String> list(String name) {
    return page.required(name).valueStream().map(JsonNode::asText).toList();
  }

  /** What axe calls serious or critical. */
  public List<String> seriousViolations() {
    return page.required("violations")
        .valueStream()
        .filter(
            each -> Stream.of("serious", "critical").anyMatch(each.path("impact").asText()::equals))
        .map(JsonNode::toString)
        .toList();
  }
}
