package dev.tr116.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that somebody else reads than the thread that waits for them. */
@Timeout(60)
class ReadingElsewhereTest {
  private static final long AMPLE_S = 30;

  private static Exchange post(SelectorTransport transport, RawServer server, Answer answer) {
    return transport.post(HttpRequest.newBuilder(server.endpoint()), new byte[1], answer);
  }

  private static void await(Exchange exchange) throws Exception {
    exchange.over().get(AMPLE_S, TimeUnit.SECONDS);
  }

  @Test
  void answersAreReadWhereTheyShallBe() throws Exception {
    List<String> threads = new ArrayList<>();
    try (var loop =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("a loop").factory());
        var onLoop = new SelectorTransport(Optional.of(loop));
        var server =
            RawServer.holding(
                client -> {
                  RawServer.request(client);
                  for (var part :
                      List.of("HTTP/1.1 200 OK\r\nContent-Le", "ngth: 2\r\n\r\na", "b")) {
                    RawServer.say(client, part);
                    Thread.sleep(30);
                  }
                  RawServer.awaitEnd(client.getInputStream());
                })) {
      var listening =
          new Listening() {
            @Override
            public void take(ByteBuffer buffer, long now) {
              threads.add(Thread.currentThread().getName());
            }
          };
      await(post(onLoop, server, listening));
    }

    assertThat(threads).isNotEmpty().containsOnly("a loop");
  }

  @Test
  void answerThatNobodyReadsAnyMoreIsBroken() throws Exception {
    var loop = Executors.newSingleThreadExecutor();
    loop.shutdown();
    var told = new Told();
    try (var onLoop = new SelectorTransport(Optional.of(loop));
        var server = RawServer.holding(RawServer::echo)) {
      var exchange = post(onLoop, server, told);

      assertThatThrownBy(() -> await(exchange))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RejectedExecutionException.class);
      assertThat(told.broken()).isPresent();
    }
  }
}
