package dev.tr116.junit;

import dev.tr116.server.script.Script;
import java.time.Duration;

/** Answers of servers that a benchmark measures inside a unit test. */
final class Answers {
  /** Long enough for the agents' distance at the start to be a small part of the run. */
  static final Script OF_A_FIFTH_OF_A_SECOND =
      Script.answer(Duration.ofMillis(100), 6, Duration.ofMillis(20));

  private Answers() {}
}
