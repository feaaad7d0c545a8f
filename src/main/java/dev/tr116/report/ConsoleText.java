package dev.tr116.report;

/**
 * Text for the console. Names, answers and messages come from models, servers and files: what would
 * steer a terminal in them is replaced by spaces.
 */
public final class ConsoleText {
  /** Control characters of both kinds (U+009B alone begins an escape), and those of direction. */
  private static final String STEERING = "[\\p{Cc}\\p{Cf}\\u2028\\u2029]";

  private ConsoleText() {}

  /** The same as one line. */
  public static String line(String text) {
    return text.replaceAll("\r?\n", " ").replaceAll(STEERING, " ");
  }

  /** The same, line by line. */
  public static String lines(String text) {
    return text.replaceAll("\r?\n", "\n").replaceAll("(?!\n)" + STEERING, " ");
  }
}
