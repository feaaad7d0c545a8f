package dev.tr116.llm;

import dev.tr116.plan.Timeouts;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How far a call has come, as far as its timeouts care.
 *
 * @param started the client began with it, ns
 * @param sent the request was handed over
 * @param firstToken the first token of either kind had arrived
 * @param lastLine the latest line of the stream
 */
record Progress(long started, OptionalLong sent, OptionalLong firstToken, OptionalLong lastLine) {

  /** The timeout that has passed by {@code now}, the one of the present phase first. */
  Optional<FailureKind> expired(Timeouts timeouts, long now) {
    if (phaseRemaining(timeouts, now) <= 0) {
      return Optional.of(phase());
    }
    return remaining(timeouts.total(), started, now) <= 0
        ? Optional.of(FailureKind.TIMEOUT_TOTAL)
        : Optional.empty();
  }

  /**
   * How long nobody need look again, in ns. No timeout of this phase or a later one can pass
   * before, even when the call moves on meanwhile, so progress needs no signal.
   */
  long quiet(Timeouts timeouts, long now) {
    var present =
        Math.min(phaseRemaining(timeouts, now), remaining(timeouts.total(), started, now));
    var later = Math.min(nanos(timeouts.firstToken()), nanos(timeouts.idle()));
    return Math.max(0, Math.min(present, later));
  }

  private FailureKind phase() {
    if (sent.isEmpty()) {
      return FailureKind.TIMEOUT_CONNECT;
    }
    return firstToken.isEmpty() ? FailureKind.TIMEOUT_FIRST_TOKEN : FailureKind.TIMEOUT_IDLE;
  }

  private long phaseRemaining(Timeouts timeouts, long now) {
    if (sent.isEmpty()) {
      return remaining(timeouts.connect(), started, now);
    }
    return firstToken.isEmpty()
        ? remaining(timeouts.firstToken(), sent.getAsLong(), now)
        : remaining(timeouts.idle(), lastLine.orElse(now), now);
  }

  private static long remaining(Duration timeout, long since, long now) {
    return nanos(timeout) - (now - since);
  }

  /** The length in ns; the largest number for what is longer. */
  private static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}
