package dev.tr116.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a model stays loaded after the request that says so.
 *
 * @param limit zero unloads at once; empty keeps it until another model needs the place
 */
record KeepAlive(Optional<Duration> limit) {
  /** What holds when a request says nothing. */
  static final KeepAlive DEFAULT = new KeepAlive(Optional.of(Duration.ofMinutes(5)));

  static final KeepAlive FOREVER = new KeepAlive(Optional.empty());

  /** What is longer is shown as this in {@code expires_at}: about what 64-bit nanoseconds hold. */
  static final Duration LONGEST = Duration.ofDays(290 * 365L);

  boolean isZero() {
    return limit.filter(Duration::isZero).isPresent();
  }

  /** The time to report as {@code expires_at}. */
  Instant expiry(Instant now) {
    return now.plus(limit.orElse(LONGEST));
  }
}
