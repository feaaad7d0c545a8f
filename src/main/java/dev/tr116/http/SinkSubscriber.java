package dev.tr116.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Stamps what arrives before anything else is done with it. It runs on the thread that reads all
 * connections, so it never waits, and it asks for everything at once.
 */
final class SinkSubscriber implements BodySubscriber<@Nullable Void> {
  private final BodySink sink;
  private final CompletableFuture<@Nullable Void> body = new CompletableFuture<>();

  SinkSubscriber(BodySink sink) {
    this.sink = sink;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    var now = System.nanoTime();
    for (var buffer : buffers) {
      sink.take(buffer, now);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    sink.end(Optional.of(thrown), System.nanoTime());
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    sink.end(Optional.empty(), System.nanoTime());
    body.complete(null);
  }

  @Override
  public CompletionStage<@Nullable Void> getBody() {
    return body;
  }
}
