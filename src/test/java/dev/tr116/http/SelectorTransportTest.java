package dev.tr116.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelectorTransportTest {
  private static final long AMPLE_S = 30;

  private final Told told = new Told();
  private final SelectorTransport transport = new SelectorTransport(Optional.empty());

  @AfterEach
  void close() {
    transport.close();
  }

  private Exchange post(URI address, byte[] body, Answer answer) {
    return transport.post(HttpRequest.newBuilder(address), body, answer);
  }

  /** Posts and waits for the end; what was told. */
  private Told posted(URI address) throws Exception {
    var heard = new Told();
    await(post(address, new byte[] {'q'}, heard));
    return heard;
  }

  private static void await(Exchange exchange) throws Exception {
    exchange.over().get(AMPLE_S, TimeUnit.SECONDS);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(AMPLE_S);
    while (!condition.getAsBoolean() && System.nanoTime() < patience) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void oneConnectionCarriesOneExchangeAfterTheOther() throws Exception {
    try (var server = RawServer.holding(RawServer::echo)) {
      for (var i = 0; i < 3; i++) {
        var heard = posted(server.endpoint());

        assertThat(heard.status()).hasValue(200);
        assertThat(heard.body()).isEqualTo("q");
        assertThat(heard.ends()).isEqualTo(1);
        assertThat(heard.sent().orElseThrow()).isLessThan(heard.times().getFirst());
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void exchangesAtOnceHaveConnectionsOfTheirOwn() throws Exception {
    var all = new CountDownLatch(50);
    try (var server =
        RawServer.holding(
            client -> {
              var asked = RawServer.request(client);
              all.countDown();
              all.await();
              RawServer.say(client, RawServer.answer(asked));
              RawServer.awaitEnd(client.getInputStream());
            })) {
      List<Told> heard = new ArrayList<>();
      List<Exchange> exchanges = new ArrayList<>();
      for (var i = 0; i < 50; i++) {
        heard.add(new Told());
        exchanges.add(post(server.endpoint(), body(i), heard.get(i)));
      }
      for (var exchange : exchanges) {
        await(exchange);
      }

      assertThat(IntStream.range(0, 50).mapToObj(i -> heard.get(i).body()))
          .isEqualTo(IntStream.range(0, 50).mapToObj(i -> new String(body(i), UTF_8)).toList());
      assertThat(server.connections()).isEqualTo(50);
    }
  }

  private static byte[] body(int number) {
    return ("number " + number).getBytes(UTF_8);
  }

  @Test
  void connectionThatTheServerWantsClosedIsClosed() throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              RawServer.say(
                  client, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
              RawServer.awaitEnd(client.getInputStream());
              closed.countDown();
            })) {
      posted(server.endpoint());

      assertThat(closed.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void connectionThatSaysMoreThanItsAnswerIsClosed() throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              RawServer.say(client, RawServer.answer("a") + "and more");
              RawServer.awaitEnd(client.getInputStream());
              closed.countDown();
            })) {
      assertThat(posted(server.endpoint()).body()).isEqualTo("a");

      assertThat(closed.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void connectionThatSaysSomethingUnaskedIsClosed() throws Exception {
    var answered = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              RawServer.say(client, RawServer.answer("a"));
              answered.await();
              RawServer.say(client, "HTTP/1.1 408 Request Timeout\r\n\r\n");
              RawServer.awaitEnd(client.getInputStream());
              closed.countDown();
            })) {
      posted(server.endpoint());
      answered.countDown();
      assertThat(closed.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();

      assertThat(posted(server.endpoint()).body()).isEqualTo("a");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void longRequestIsSentWhole() throws Exception {
    var body = "x".repeat(24 << 20).getBytes(UTF_8);
    try (var server =
        RawServer.holding(
            client -> {
              var asked = RawServer.request(client);
              RawServer.say(client, RawServer.answer(String.valueOf(asked.length())));
              RawServer.awaitEnd(client.getInputStream());
            })) {
      await(post(server.endpoint(), body, told));

      assertThat(told.body()).isEqualTo(String.valueOf(24 << 20));
    }
  }

  @Test
  void answerBeforeTheRequestWasReadCountsAndClosesTheConnection() throws Exception {
    var body = new byte[64 << 20];
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.say(client, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
              Thread.sleep(TimeUnit.SECONDS.toMillis(AMPLE_S));
            })) {
      await(post(server.endpoint(), body, told));

      assertThat(told.status()).hasValue(413);
      assertThat(told.ends()).isEqualTo(1);
      var next = post(server.endpoint(), new byte[1], new Told());
      await(next);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void whoeverThrowsBreaksHisOwnAnswerAlone() throws Exception {
    try (var server = RawServer.holding(RawServer::echo)) {
      var thrower =
          new Listening() {
            @Override
            public void take(ByteBuffer buffer, long now) {
              throw new IllegalStateException("a mistake");
            }

            @Override
            public void end(Optional<Throwable> broken, long now) {
              throw new IllegalStateException("another");
            }
          };
      var exchange = post(server.endpoint(), new byte[1], thrower);

      assertThatThrownBy(() -> await(exchange))
          .rootCause()
          .hasMessage("a mistake")
          .hasSuppressedException(new IllegalStateException("another"));
      assertThat(posted(server.endpoint()).body()).isEqualTo("q");
    }
  }

  @Test
  void nothingIsToldOfAnExchangeThatWasClosed() throws Exception {
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              asked.countDown();
              RawServer.awaitEnd(client.getInputStream());
              closed.countDown();
            })) {
      var exchange = post(server.endpoint(), new byte[1], told);
      assertThat(asked.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();

      exchange.close();

      assertThatThrownBy(() -> await(exchange)).isInstanceOf(CancellationException.class);
      assertThat(closed.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
      assertThat(told.broken()).isEmpty();
      assertThat(told.ends()).isZero();
    }
  }

  @Test
  void closingAnExchangeThatIsOverLeavesTheConnection() throws Exception {
    try (var server = RawServer.holding(RawServer::echo)) {
      var exchange = post(server.endpoint(), new byte[1], told);
      await(exchange);

      exchange.close();

      posted(server.endpoint());
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void endOfTheTransportBreaksWhatIsUnderWay() throws Exception {
    var begun = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              RawServer.say(client, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na");
              begun.countDown();
              RawServer.awaitEnd(client.getInputStream());
              closed.countDown();
            })) {
      var exchange = post(server.endpoint(), new byte[1], told);
      assertThat(begun.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
      await(() -> told.body().equals("a"));

      transport.close();

      assertThat(exchange.over()).isCompletedExceptionally();
      assertThat(told.brokenBody()).get().asString().contains("the client was closed");
      assertThat(closed.await(AMPLE_S, TimeUnit.SECONDS)).isTrue();
      var late = new Told();
      assertThat(post(server.endpoint(), new byte[1], late).over()).isCompletedExceptionally();
      assertThat(late.broken()).isPresent();
    }
  }

  @Test
  void serverThatIsNotThereIsTold() throws Exception {
    var server = RawServer.holding(RawServer::echo);
    var nobody = server.endpoint();
    server.close();

    assertThatThrownBy(() -> await(post(nobody, new byte[1], told)))
        .hasCauseInstanceOf(ConnectException.class);
    assertThat(told.broken()).get().isInstanceOf(ConnectException.class);
    assertThat(told.sent()).isEmpty();
  }

  @Test
  void hostThatNobodyKnowsIsTold() {
    var exchange = post(URI.create("http://no-such-host.invalid/api"), new byte[1], told);

    assertThat(exchange.over()).isCompletedExceptionally();
    assertThat(told.broken().orElseThrow())
        .isInstanceOf(ConnectException.class)
        .hasCauseInstanceOf(UnresolvedAddressException.class);
  }

  @Test
  void exchangeIsNotOverBeforeItsAnswer() throws Exception {
    var go = new CountDownLatch(1);
    try (var server =
        RawServer.holding(
            client -> {
              RawServer.request(client);
              go.await();
              RawServer.say(client, RawServer.answer("a"));
              RawServer.awaitEnd(client.getInputStream());
            })) {
      var exchange = post(server.endpoint(), new byte[1], told);
      assertThatThrownBy(() -> exchange.over().get(50, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      go.countDown();

      await(exchange);
      assertThat(told.body()).isEqualTo("a");
    }
  }
}
