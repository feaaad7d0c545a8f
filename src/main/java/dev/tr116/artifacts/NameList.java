package dev.tr116.artifacts;

import java.util.ArrayList;
import java.util.List;

/** Names from a file, the first few of them, each short. */
final class NameList {
  private static final int MOST_NAMES = 12;
  private static final int MOST_CHARACTERS = 24;

  private final List<String> names = new ArrayList<>();
  private int count;

  /** Adds a name; one without a visible character counts but is not shown. */
  void add(String name) {
    count++;
    var plain = PlainText.line(name, MOST_CHARACTERS);
    if (!plain.isEmpty() && names.size() < MOST_NAMES) {
      names.add(plain);
    }
  }

  int count() {
    return count;
  }

  /** E.g. {@code model, run, ttft_ms and 9 more}. */
  @Override
  public String toString() {
    var shown = String.join(", ", names);
    var more = count - names.size();
    return more == 0 ? shown : (shown.isEmpty() ? "" : shown + " and ") + more + " more";
  }
}
