package dev.tr116.performance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The least that the JDK's client can do: a subscriber on the thread that reads, which stamps each
 * line and keeps its bytes. What it costs is the limit of every client that is built on the JDK's.
 */
final class BareReader implements BodySubscriber<RawAnswer> {
  private final RawAnswer answer;
  private final CompletableFuture<RawAnswer> body = new CompletableFuture<>();

  private BareReader(RawAnswer answer) {
    this.answer = answer;
  }

  /** Such a client. */
  static StreamReader of(URI endpoint) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();
    return tokens -> {
      var request = HandMade.request(endpoint.resolve("/api/generate"), tokens);
      var answer = new RawAnswer(System.nanoTime(), tokens);
      return http.sendAsync(request, info -> new BareReader(answer)).get().body()::played;
    };
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    var now = System.nanoTime();
    for (var buffer : buffers) {
      answer.take(buffer, now);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    body.complete(answer);
  }

  @Override
  public CompletionStage<RawAnswer> getBody() {
    return body;
  }
}
