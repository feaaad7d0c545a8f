package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks the streamed {@code /api/generate} of Ollama-compatible servers, over HTTP/1.1 and without
 * a proxy. One thread reads all answers, and every line has the stamp of the bytes that completed
 * it. A connection is used again after an answer that came to its end, and closed after any other.
 * One client serves any number of threads and endpoints, up to about a thousand calls at once.
 */
public final class OllamaClient implements LlmClient {
  private final HttpClient http;
  private final Set<GenerateCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** A client without connections yet. */
  public OllamaClient() {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            // Subscribers never wait, so the thread that reads may run them: no hand-over per
            // chunk.
            .executor(Runnable::run)
            .build();
  }

  @Override
  public CallTrace generate(LlmRequest request) {
    var call = new GenerateCall(http, request);
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
