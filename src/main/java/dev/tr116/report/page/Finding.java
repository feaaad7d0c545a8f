package dev.tr116.report.page;

import java.util.List;

/**
 * Something a reader should know or do.
 *
 * @param level how much it matters
 * @param title what it is
 * @param threshold from where on it is told, in words
 * @param evidence the figures that triggered it, a line each
 * @param advice what to do
 */
record Finding(Level level, String title, String threshold, List<String> evidence, String advice) {
  private static final int MOST_SHOWN = 6;

  /** How much a finding matters. */
  enum Level {
    /** Figures are spoilt or missing. */
    BAD("spoils", "Spoils figures"),
    /** Time is lost or a figure needs care. */
    WARN("care", "Take care"),
    /** Good to know. */
    INFO("known", "Good to know");

    private final String mark;
    private final String words;

    Level(String mark, String words) {
      this.mark = mark;
      this.words = words;
    }
  }

  Finding {
    evidence = List.copyOf(evidence);
  }

  void write(Html html) {
    html.open("li", "class", level.mark);
    html.element("h3", level.words + ": " + title);
    if (evidence.size() <= MOST_SHOWN) {
      html.list(evidence);
    } else {
      html.list(evidence.subList(0, MOST_SHOWN));
      html.open("details");
      html.element("summary", (evidence.size() - MOST_SHOWN) + " more");
      html.list(evidence.subList(MOST_SHOWN, evidence.size())).close("details");
    }
    html.element("p", "Told " + threshold + ".", "class", "note");
    html.element("p", "What to do: " + advice);
    html.close("li");
  }
}
