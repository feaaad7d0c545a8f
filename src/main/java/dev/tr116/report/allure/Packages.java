package dev.tr116.report.allure;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Places in Allure's tree of packages. */
final class Packages {
  /** Looks like a full stop and is none: Allure begins a new level at each of those. */
  private static final String ONE_DOT_LEADER = "\u2024";

  private Packages() {}

  /** A level for each name, e.g. for {@code qwen2.5} one and not two. */
  static String path(String... names) {
    return Arrays.stream(names)
        .map(name -> name.replace(".", ONE_DOT_LEADER))
        .collect(Collectors.joining("."));
  }
}
