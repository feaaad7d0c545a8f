package dev.tr116.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
  private RawServer server;

  @BeforeEach
  void open() throws IOException {
    server =
        RawServer.holding(
            client -> {
              while (!RawServer.request(client).isEmpty()) {
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

  private Exchange post() {
    return transport.post(HttpRequest.newBuilder(server.endpoint()), new byte[1], new Told());
  }

  private static void await(List<Exchange> exchanges) throws Exception {
    for (var exchange : exchanges) {
      exchange.over().get(AMPLE_S, TimeUnit.SECONDS);
    }
  }

  @Test
  void isUsedAgainWithinHalfAMinute() throws Exception {
    await(List.of(post()));
    clock.addAndGet(IdleConnections.KEPT - 1);

    await(List.of(post()));

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void allThatAreOlderAreClosed() throws Exception {
    await(List.of(post(), post()));
    clock.addAndGet(IdleConnections.KEPT);

    await(List.of(post()));

    assertThat(server.connections()).isEqualTo(3);
    assertThat(closedByClient.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theOneUsedLastIsTakenAndTheOthersGrowOld() throws Exception {
    await(List.of(post(), post(), post()));
    clock.addAndGet(IdleConnections.KEPT - 1);
    await(List.of(post()));
    clock.addAndGet(1);

    await(List.of(post()));

    assertThat(server.connections()).isEqualTo(3);
    assertThat(closedByClient.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
  }
}
