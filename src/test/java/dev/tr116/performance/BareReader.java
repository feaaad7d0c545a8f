package dev.tr116.performance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The least that the JDK's client can do: a subscriber on the thread that reads, which stamps each
 * line and keeps its bytes. What it costs is the limit of every client that is built on the JDK's.
 */
final class BareReader implements BodySubscriber<PlayedStream> {
  private static final String TEXT = "\"response\":\" ";
  private static final String PROMPT = "\"prompt_eval_duration\":";

  private final long asked;
  private final long[] arrived;
  private final ByteBuffer bytes;
  private final CompletableFuture<PlayedStream> body = new CompletableFuture<>();
  private int count;

  private BareReader(long asked, int tokens) {
    this.asked = asked;
    this.arrived = new long[tokens];
    this.bytes = ByteBuffer.allocate(tokens * 128 + 1024);
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
      var asked = System.nanoTime();
      return http.sendAsync(request, info -> new BareReader(asked, tokens)).get().body();
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
      for (var i = buffer.position(); i < buffer.limit(); i++) {
        if (buffer.get(i) == '\n' && count < arrived.length) {
          arrived[count++] = now;
        }
      }
      bytes.put(buffer);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    var written = new long[arrived.length];
    var tokens = 0;
    for (var at = text.indexOf(TEXT); at >= 0; at = text.indexOf(TEXT, at + 1)) {
      var digits = at + TEXT.length();
      written[tokens++] = Long.parseLong(text, digits, digits + 16, 10);
    }
    var prompt = text.substring(text.indexOf(PROMPT) + PROMPT.length()).split(",", 2)[0];
    var seen = Math.min(count, tokens);
    body.complete(
        new PlayedStream(
            asked,
            Long.parseLong(prompt),
            Arrays.copyOf(arrived, seen),
            Arrays.copyOf(written, seen)));
  }

  @Override
  public CompletionStage<PlayedStream> getBody() {
    return body;
  }
}
