package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Timeouts;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  /** The clock may pass the largest number. */
  private static final long STARTED = Long.MAX_VALUE - 20;

  private static final OptionalLong NO = OptionalLong.empty();
  private static final Timeouts TIMEOUTS = timeouts(10, 100, 30, 500);

  private static Timeouts timeouts(long connect, long firstToken, long idle, long total) {
    return new Timeouts(
        Duration.ofNanos(connect),
        Duration.ofNanos(firstToken),
        Duration.ofNanos(idle),
        Duration.ofNanos(total));
  }

  private static long now(long offset) {
    return STARTED + offset;
  }

  private static OptionalLong at(long offset) {
    return OptionalLong.of(now(offset));
  }

  @Test
  void eachPhaseHasItsTimeout() {
    var connecting = new Progress(STARTED, NO, NO, NO);
    var waiting = new Progress(STARTED, at(5), NO, NO);
    var streaming = new Progress(STARTED, at(5), at(50), at(60));

    assertThat(connecting.expired(TIMEOUTS, now(9))).isEmpty();
    assertThat(connecting.expired(TIMEOUTS, now(10))).contains(FailureKind.TIMEOUT_CONNECT);
    assertThat(waiting.expired(TIMEOUTS, now(104))).isEmpty();
    assertThat(waiting.expired(TIMEOUTS, now(105))).contains(FailureKind.TIMEOUT_FIRST_TOKEN);
    assertThat(streaming.expired(TIMEOUTS, now(89))).isEmpty();
    assertThat(streaming.expired(TIMEOUTS, now(90))).contains(FailureKind.TIMEOUT_IDLE);
  }

  @Test
  void theTotalHoldsInEveryPhase() {
    var streaming = new Progress(STARTED, at(5), at(50), at(499));

    assertThat(streaming.expired(TIMEOUTS, now(500))).contains(FailureKind.TIMEOUT_TOTAL);
  }

  @Test
  void nobodySleepsPastATimeoutOfALaterPhase() {
    var connecting = new Progress(STARTED, NO, NO, NO);
    var waiting = new Progress(STARTED, at(5), NO, NO);
    var streaming = new Progress(STARTED, at(5), at(50), at(60));

    assertThat(connecting.quiet(TIMEOUTS, now(0))).isEqualTo(10);
    assertThat(waiting.quiet(TIMEOUTS, now(6))).isEqualTo(30);
    assertThat(waiting.quiet(TIMEOUTS, now(100))).isEqualTo(5);
    assertThat(streaming.quiet(TIMEOUTS, now(70))).isEqualTo(20);
    assertThat(streaming.quiet(TIMEOUTS, now(700))).isZero();
  }

  @Test
  void aTimeoutMayBeLongerThanTheClockCounts() {
    var forever = Duration.ofSeconds(Long.MAX_VALUE);
    var waiting = new Progress(STARTED, at(5), NO, NO);
    var timeouts = new Timeouts(forever, forever, forever, forever);

    assertThat(waiting.expired(timeouts, now(1000))).isEmpty();
    assertThat(waiting.quiet(timeouts, now(1000))).isPositive();
  }
}
