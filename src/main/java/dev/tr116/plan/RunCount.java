package dev.tr116.plan;

import java.util.regex.Pattern;

/**
 * How many runs a cell has.
 *
 * @param least measured in any case
 * @param most measured while an objective is undecided; the same as {@code least} for a fixed
 *     number
 */
public record RunCount(int least, int most) {
  private static final int LIMIT = 10_000;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  public RunCount {
    if (least < 1 || most < least || most > LIMIT) {
      throw new IllegalArgumentException(
          "write a whole number from 1 to "
              + LIMIT
              + ", or two as in 5..20 to stop when every objective is decided");
    }
  }

  /**
   * Reads {@code 5} or {@code 5..20}.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  public static RunCount parse(String text) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return new RunCount(0, 0);
    }
    var least = Integer.parseInt(matcher.group(1));
    var most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
    return new RunCount(least, most);
  }

  /** As the property writes it. */
  @Override
  public String toString() {
    return least == most ? String.valueOf(least) : least + ".." + most;
  }
}
