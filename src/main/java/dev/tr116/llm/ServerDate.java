package dev.tr116.llm;

import java.time.Duration;
import java.time.Instant;

/**
 * A server's clock beside ours, by the {@code Date} of one of its answers.
 *
 * @param asked our clock before the question
 * @param date what the server wrote, whole seconds
 * @param answered our clock after the answer
 */
public record ServerDate(Instant asked, Instant date, Instant answered) {
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /**
   * By how much the server's clock is ahead of ours at least; negative when it is behind, zero when
   * the two may agree.
   */
  public Duration ahead() {
    if (date.isAfter(answered)) {
      return Duration.between(answered, date);
    }
    var latest = date.plus(RESOLUTION);
    return latest.isBefore(asked) ? Duration.between(asked, latest) : Duration.ZERO;
  }
}
