package dev.tr116.report.allure;

/**
 * Text from servers and models for those places of Allure 2's page that show failures: it takes
 * them for HTML with terminal colours, and runs scripts in them.
 */
final class HarmlessText {
  /** Invisible, and of no meaning to HTML, which then sees no tag after {@code <}. */
  private static final String WORD_JOINER = "\u2060";

  private HarmlessText() {}

  /** The text with the same look and without control characters and HTML tags. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .replaceAll("<(?=[A-Za-z/!?])", "<" + WORD_JOINER);
  }
}
