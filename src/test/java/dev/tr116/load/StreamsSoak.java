package dev.tr116.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.TransportChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code -Dsoak.streams=1000} at once for {@code -Dsoak.minutes=10}: a token every 200 ms for some
 * 20 s, then the next call on the same client.
 */
@ParameterizedClass
@EnumSource(TransportChoice.class)
class StreamsSoak {
  @Parameter private TransportChoice transport;

  private static final int TOKENS = 100;
  private static final Duration GAP = Duration.ofMillis(200);
  private static final int SAMPLES = 10;
  private static final double MARGIN_MIB = 16;

  /** Longer than any answer takes, on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final int number = Integer.getInteger("soak.streams", 1000);
  private final Duration total = Duration.ofMinutes(Long.getLong("soak.minutes", 10));
  private final List<Footprint> samples = new ArrayList<>();
  private final LongAdder open = new LongAdder();
  private volatile boolean over;

  @Test
  void loseNoTokenAndHoldNothing() throws Exception {
    try (var server = PlayedElsewhere.start(TOKENS, GAP)) {
      var before = Footprint.now();
      try (var streams = new Streams(server.endpoint(), transport)) {
        var callers = begin(streams);
        for (var i = 0; i < SAMPLES; i++) {
          Thread.sleep(total.dividedBy(SAMPLES));
          sample(streams, server.openConnections());
        }
        over = true;
        for (var caller : callers) {
          assertThat(caller.join(PATIENCE)).as("a stream ends").isTrue();
        }
        System.err.printf("%d calls, %d tokens%n", streams.calls(), streams.tokens());

        assertThat(streams.wrongTold()).isEmpty();
        assertThat(streams.calls()).isGreaterThanOrEqualTo(number);
        assertThat(open.sum()).isZero();
        System.gc();
        assertThat(streams.held()).isLessThanOrEqualTo(number);
      }
      requireFlat();
      awaitClosed(server);
      assertThat(before.threads()).containsAll(Footprint.now().threads());
    }
  }

  private List<Thread> begin(Streams streams) {
    var callers = new ArrayList<Thread>();
    var spread = total.dividedBy(SAMPLES).toMillis() / 2;
    var plays = Play.answers(TOKENS, GAP);
    for (var i = 0; i < number; i++) {
      var caller = i;
      callers.add(
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    pause(spread * caller / number);
                    open.increment();
                    for (var call = caller; !over; call++) {
                      streams.call(Streams.Way.of(caller), plays.get(call % plays.size()));
                    }
                    open.decrement();
                  }));
    }
    callers.forEach(Thread::start);
    return callers;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("nobody interrupts a caller", stopped);
    }
  }

  private void sample(Streams streams, int connections) {
    var sample = Footprint.now();
    samples.add(sample);
    System.err.printf(
        "%s: %d streams open, %d calls over, %d tokens, %d wrong, %d calls held, %d connections%n",
        sample.told(),
        open.sum(),
        streams.calls(),
        streams.tokens(),
        streams.wrong(),
        streams.held(),
        connections);
    assertThat(open.sum()).isEqualTo(number);
    assertThat(connections).isBetween(number, number + number / 10 + 10);
    assertThat(streams.held()).isLessThanOrEqualTo(2 * number);
  }

  /** The first sample is taken with all streams open. */
  private void requireFlat() {
    var third = SAMPLES / 3;
    var first = samples.subList(0, third);
    var last = samples.subList(SAMPLES - third, SAMPLES);
    assertThat(meanHeap(last)).isLessThanOrEqualTo(meanHeap(first) + MARGIN_MIB);
    assertThat(last)
        .allSatisfy(sample -> assertThat(first.getFirst().threads()).containsAll(sample.threads()));
    assertThat(first.getFirst().threads()).hasSizeLessThan(50);
  }

  private static double meanHeap(List<Footprint> samples) {
    return samples.stream().mapToDouble(Footprint::heapMib).average().orElseThrow();
  }

  private static void awaitClosed(PlayedElsewhere server) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server.openConnections() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    assertThat(server.openConnections()).isZero();
  }
}
