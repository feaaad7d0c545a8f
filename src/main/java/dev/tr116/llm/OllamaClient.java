package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

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
    // Subscribers never wait, so the thread that reads may run them: no hand-over per chunk.
    this(Runnable::run);
  }

  private OllamaClient(Executor reading) {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(reading)
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
  public Flight start(LlmRequest request, ScheduledExecutorService steps) {
    var call = new GenerateCall(http, request);
    running.add(call);
    if (closed) {
      call.cancel(FailureMessages.clientClosed());
    }
    var flight = call.start(steps);
    var _ = flight.outcome().whenComplete((trace, none) -> running.remove(call));
    return flight;
  }

  @Override
  public LlmClient on(ScheduledExecutorService loop) {
    return new OllamaClient(loop);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(call -> call.cancel(FailureMessages.clientClosed()));
    http.shutdownNow();
    http.close();
  }
}
