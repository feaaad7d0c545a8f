package dev.tr116.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.TransportChoice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Streams that are opened and closed in every way; what is left of them afterwards. */
final class OpenedStreams {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MARGIN_BYTES = 16L << 20;

  private final URI endpoint;
  private final IntSupplier connections;
  private final int atOnce;
  private final TransportChoice transport;

  /**
   * On a server that plays every ending.
   *
   * @param endpoint the server
   * @param connections how many connections the server has now
   * @param atOnce how many calls are made at the same time
   * @param transport what carries them
   */
  OpenedStreams(URI endpoint, IntSupplier connections, int atOnce, TransportChoice transport) {
    this.endpoint = endpoint;
    this.connections = connections;
    this.atOnce = atOnce;
    this.transport = transport;
  }

  /** Makes so many calls, some at first that are not looked at, and requires that nothing stays. */
  void require(int calls) throws InterruptedException {
    try (var streams = new Streams(endpoint, transport)) {
      make(streams, atOnce);
    }
    var before = settled();
    var streams = new Streams(endpoint, transport);
    try {
      make(streams, calls);

      assertThat(streams.wrongTold()).isEmpty();
      assertThat(streams.calls()).isEqualTo(calls);
      await(
          "calls held while the client lives, by the connections that wait for the next one",
          () -> {
            System.gc();
            return streams.held() <= atOnce;
          });
      await("connections left beside those that wait", () -> connections.getAsInt() <= atOnce);
      var used = Footprint.now();
      System.err.printf(
          "%d streams: %d tokens, %d calls held, %d connections wait; before: %s; after: %s%n",
          streams.calls(),
          streams.tokens(),
          streams.held(),
          connections.getAsInt(),
          before.told(),
          used.told());
    } finally {
      streams.close();
    }
    await("no connection is left", () -> connections.getAsInt() == 0);
    await(
        "no call is held",
        () -> {
          System.gc();
          return streams.held() == 0;
        });
    requireAsBefore(before);
  }

  private void requireAsBefore(Footprint before) throws InterruptedException {
    await("no thread is left", () -> before.threads().containsAll(Footprint.now().threads()));
    var after = Footprint.now();
    System.err.println("client closed: " + after.told());
    assertThat(after.heapBytes()).isLessThan(before.heapBytes() + MARGIN_BYTES);
    if (before.descriptors().isPresent()) {
      await(
          "no descriptor is left",
          () -> Footprint.now().descriptors().getAsLong() <= before.descriptors().getAsLong() + 8);
    }
  }

  private Footprint settled() throws InterruptedException {
    await("the first connections are closed", () -> connections.getAsInt() == 0);
    await(
        "the first threads end",
        () ->
            Footprint.now().threads().stream()
                .noneMatch(thread -> thread.getName().matches("(HttpClient|load)-.*")));
    return Footprint.now();
  }

  private void make(Streams streams, int calls) throws InterruptedException {
    var plays = Play.endings();
    var free = new Semaphore(atOnce);
    var made = new ArrayList<Thread>();
    for (var i = 0; i < calls; i++) {
      var way = Streams.Way.of(i);
      var play = plays.get(i % plays.size());
      free.acquire();
      made.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      streams.call(way, play);
                    } finally {
                      free.release();
                    }
                  }));
    }
    for (var each : made) {
      assertThat(each.join(PATIENCE)).as("a call ends").isTrue();
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
