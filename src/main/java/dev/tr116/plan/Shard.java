package dev.tr116.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a matrix, for measuring the parts on different machines.
 *
 * @param index which one, from 1
 * @param count how many there are
 */
public record Shard(int index, int count) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** Checks that there is such a part. */
  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "write i/n with i from 1 to n, e.g. 2/4 for the second of four parts");
    }
  }

  /**
   * Reads {@code 2/4}.
   *
   * @throws IllegalArgumentException saying what to write instead
   */
  public static Shard parse(String text) {
    var matcher = TEXT.matcher(text);
    return matcher.matches()
        ? new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : new Shard(0, 0);
  }

  /** Its share of some items, dealt out in turn: the same items always give the same share. */
  public <T> List<T> of(List<T> items) {
    return IntStream.range(0, items.size())
        .filter(i -> i % count == index - 1)
        .mapToObj(items::get)
        .toList();
  }

  /** As the property writes it. */
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
