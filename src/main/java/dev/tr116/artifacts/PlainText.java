package dev.tr116.artifacts;

/** Text of others, made harmless: it has no control characters and a bounded length. */
public final class PlainText {
  private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]";

  private PlainText() {}

  /** One line of at most so many characters; what was cut off is shown by an ellipsis. */
  public static String line(String text, int most) {
    return shortened(beginning(text, most).replaceAll(UNSEEN, " ").replaceAll(" {2,}", " "), most);
  }

  /** The same in several lines, each without blanks at its end. */
  public static String lines(String text, int most) {
    var plain =
        beginning(text, most)
            .replace("\r\n", "\n")
            .replaceAll("[" + UNSEEN + "&&[^\n]]", " ")
            .replaceAll(" +\n", "\n");
    return shortened(plain, most);
  }

  /** More than is kept, so that blanks may be dropped; no more, since a text may be huge. */
  private static String beginning(String text, int most) {
    return text.substring(0, Math.min(text.length(), 4 * most)).strip();
  }

  private static String shortened(String text, int most) {
    var plain = text.strip();
    if (plain.length() <= most) {
      return plain;
    }
    var end = most - 1;
    if (Character.isHighSurrogate(plain.charAt(end - 1))) {
      end--;
    }
    return plain.substring(0, end).stripTrailing() + "…";
  }
}
