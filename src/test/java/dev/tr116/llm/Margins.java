package dev.tr116.llm;

import java.time.Duration;

/** Waits that only a broken program uses up. */
final class Margins {
  static final Duration AMPLE = Duration.ofSeconds(10);

  private Margins() {}
}
