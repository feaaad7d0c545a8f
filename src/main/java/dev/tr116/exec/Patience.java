package dev.tr116.exec;

import java.time.Duration;

/**
 * How long a program may keep silent.
 *
 * @param ready from its plan to {@code ready}, its own start included
 * @param grace beyond the timeout of a call, after {@code cancel}, and to end by itself
 */
public record Patience(Duration ready, Duration grace) {
  /** Enough for a JVM on a busy machine. */
  public static final Patience STANDARD =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));
}
