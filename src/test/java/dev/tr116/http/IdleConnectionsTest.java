package dev.tr116.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleConnectionsTest {
  private static final long AMPLE_S = 30;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final CountDownLatch closedByClient = new CountDownLatch(2);
  private final SelectorTransport transport = new SelectorTransport(Optional.empty(), clock::get);

  /** Requests of which none is answered before all are there: each has a connection of its own. */
  private volatile CountDownLatch together = new CountDownLatch(0);

  private RawServer server;

  @BeforeEach
  void open() throws IOException {
    server =
        RawServer.holding(
            client -> {
              while (!RawServer.request(client).isEmpty()) {
                var all = together;
                all.countDown();
                all.await();
                RawServer.say(client, RawServer.answer("a"));
              }
              closedByClient.countDown();
            });
  }

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  /** As many exchanges at once, until all are over. */
  private void exchange(int count) throws Exception {
    together = new CountDownLatch(count);
    var exchanges = Stream.generate(this::post).limit(count).toList();
    for (var exchange : exchanges) {
      exchange.over().get(AMPLE_S, TimeUnit.SECONDS);
    }
  }

  private Exchange post() {
    return transport.post(HttpRequest.newBuilder(server.endpoint()), new byte[1], new Told());
  }

  @Test
  void isUsedAgainWithinHalfAMinute() throws Exception {
    exchange(1);
    clock.addAndGet(IdleConnections.KEPT - 1);

    exchange(1);

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void allThatAreOlderAreClosed() throws Exception {
    exchange(2);
    clock.addAndGet(IdleConnections.KEPT);

    exchange(1);

    assertThat(server.connections()).isEqualTo(3);
    assertThat(closedByClient.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theOneUsedLastIsTakenAndTheOthersGrowOld() throws Exception {
    exchange(3);
    clock.addAndGet(IdleConnections.KEPT - 1);
    exchange(1);
    clock.addAndGet(1);

    exchange(1);

    assertThat(server.connections()).isEqualTo(3);
    assertThat(closedByClient.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
  }
}
