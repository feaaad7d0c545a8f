package dev.tr116.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/**
 * The JDK's HTTP client. It closes no connection whose answer is not in its protocol and gives
 * nobody else a way to; only its own end does.
 */
public final class JdkTransport implements Transport {
  private final HttpClient http;

  /** Makes a client that reads its answers on its builder's executor. */
  public JdkTransport(HttpClient.Builder client) {
    this.http =
        client
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Exchange post(HttpRequest.Builder head, byte[] body, Answer answer) {
    var stamped = new StampedBody(body, () -> answer.sent(System.nanoTime()));
    var response =
        http.sendAsync(
            head.POST(stamped).build(),
            arrived ->
                new SinkSubscriber(
                    answer.head(arrived.statusCode(), arrived.headers(), System.nanoTime())));
    var over =
        response.whenComplete(
            (arrived, thrown) -> {
              if (thrown != null) {
                answer.broke(thrown);
              }
            });
    return new Exchange() {
      @Override
      public CompletableFuture<?> over() {
        return over;
      }

      @Override
      public void close() {
        response.cancel(true);
      }
    };
  }

  @Override
  public int callsAtOnce() {
    return 500;
  }

  @Override
  public boolean keepsWhatIsNoHttp() {
    return true;
  }

  @Override
  public void shutdown() {
    http.shutdownNow();
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
