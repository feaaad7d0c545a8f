package dev.tr116.llm;

import dev.tr116.trace.FailureKind;
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
final class ResponseSubscriber implements BodySubscriber<@Nullable Void> {
  /** The most bytes of one answer, line ends and all: 128 MiB. What arrives is kept in memory. */
  static final long ANSWER_LIMIT = 128L * 1024 * 1024;

  private final BodySink sink;
  private final CallRecording recording;
  private long received;
  private final CompletableFuture<@Nullable Void> body = new CompletableFuture<>();

  ResponseSubscriber(BodySink sink, CallRecording recording) {
    this.sink = sink;
    this.recording = recording;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    var now = System.nanoTime();
    for (var buffer : buffers) {
      received += buffer.remaining();
      sink.take(buffer, now);
    }
    if (received > ANSWER_LIMIT) {
      recording.fail(FailureKind.MALFORMED, FailureMessages.answerTooLong(ANSWER_LIMIT));
    }
  }

  @Override
  public void onError(Throwable thrown) {
    var now = System.nanoTime();
    sink.end(Optional.of(thrown), now);
    recording.over(now);
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    var now = System.nanoTime();
    sink.end(Optional.empty(), now);
    recording.over(now);
    body.complete(null);
  }

  @Override
  public CompletionStage<@Nullable Void> getBody() {
    return body;
  }
}
