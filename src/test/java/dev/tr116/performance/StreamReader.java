package dev.tr116.performance;

import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.CallTrace;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes one call and tells when its tokens came. */
interface StreamReader extends AutoCloseable {
  /**
   * Reads one answer of so many tokens from its beginning to its end.
   *
   * @return what came when; asked for once nothing is measured any more
   */
  Supplier<PlayedStream> read(int tokens) throws Exception;

  @Override
  default void close() throws IOException {}

  /** This project's client, as its runs use it. */
  static StreamReader ofProduct(URI endpoint, TransportChoice transport) {
    var client = new OllamaClient(OllamaAccess.OPEN, transport);
    return new StreamReader() {
      @Override
      public Supplier<PlayedStream> read(int tokens) {
        var trace = client.generate(request(endpoint, tokens));
        return () -> played(trace);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }

  private static LlmRequest request(URI endpoint, int tokens) {
    return new LlmRequest(
        endpoint,
        Model.named("m"),
        "hello",
        Optional.empty(),
        new GenerationOptions(Map.of("num_predict", (long) tokens)),
        "prompt",
        "10m",
        Timeouts.STANDARD,
        System.nanoTime());
  }

  private static PlayedStream played(CallTrace trace) {
    trace
        .failure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException(failure.message());
            });
    var arrived = trace.chunks().stream().toArray();
    var written = new long[arrived.length];
    for (var i = 0; i < written.length; i++) {
      written[i] = TokenText.at(trace.answer(), i);
    }
    return new PlayedStream(
        trace.stamps().sent().orElseThrow(),
        trace.server().promptEvalNanos().orElseThrow(),
        arrived,
        written);
  }
}
