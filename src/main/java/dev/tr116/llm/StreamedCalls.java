package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes streamed calls in one protocol, over HTTP/1.1 and without a proxy. One thread reads all
 * answers. A connection is used again after an answer that came to its end, and closed after any
 * other.
 */
final class StreamedCalls implements AutoCloseable {
  private final HttpClient http;
  private final Protocol protocol;
  private final Set<GenerateCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Without connections yet. */
  StreamedCalls(Protocol protocol) {
    this.protocol = protocol;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            // Subscribers never wait, so the thread that reads may run them: no hand-over per
            // chunk.
            .executor(Runnable::run)
            .build();
  }

  /** Makes one call and waits for its end, as {@link LlmClient#generate} does. */
  CallTrace generate(LlmRequest request) {
    var call = new GenerateCall(http, protocol, request);
    running.add(call);
    try {
      if (closed) {
        call.cancel(FailureMessages.clientClosed());
      }
      return call.run();
    } finally {
      running.remove(call);
    }
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(call -> call.cancel(FailureMessages.clientClosed()));
    http.shutdownNow();
    http.close();
  }
}
