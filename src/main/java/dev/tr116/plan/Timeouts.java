package dev.tr116.plan;

import java.time.Duration;

/**
 * How long one call may take.
 *
 * @param connect until the connection stands
 * @param firstToken from handing over the request to the first token
 * @param idle between two lines of the stream
 * @param total for the whole call
 */
public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {
  /** The defaults of the {@code tr116.timeout.*} properties. */
  public static final Timeouts STANDARD =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          Duration.ofSeconds(600));
}
