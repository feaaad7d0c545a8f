package dev.tr116.llm;

import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.CallTrace;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Speaks the streamed {@code /api/generate} of Ollama-compatible servers, over HTTP/1.1 and without
 * a proxy. One thread reads up to 1000 answers at once, another the next 1000 (500 each over Java's
 * HTTP client), and every line has the stamp of the bytes that completed it. A connection is used
 * again after an answer that came to its end, and closed after any other. One client serves any
 * number of threads and endpoints.
 */
public final class OllamaClient implements LlmClient {
  private final StreamedCalls calls;

  /** A client without connections yet, for servers that ask for nothing. */
  public OllamaClient() {
    this(OllamaAccess.OPEN);
  }

  /** A client without connections yet, on the standard transport. */
  public OllamaClient(OllamaAccess access) {
    this(access, TransportChoice.STANDARD);
  }

  /** A client without connections yet. */
  public OllamaClient(OllamaAccess access, TransportChoice transport) {
    this(new StreamedCalls(new OllamaProtocol(access.key()), access.trust(), transport));
  }

  private OllamaClient(StreamedCalls calls) {
    this.calls = calls;
  }

  @Override
  public CallTrace generate(LlmRequest request) {
    return calls.ready(request).generate(request.intended());
  }

  @Override
  public Flight start(LlmRequest request, ScheduledExecutorService steps) {
    return calls.ready(request).start(request.intended(), steps);
  }

  @Override
  public ReadyCall ready(LlmRequest request) {
    return calls.ready(request);
  }

  @Override
  public LlmClient on(ScheduledExecutorService loop) {
    return new OllamaClient(calls.on(loop));
  }

  @Override
  public void close() {
    calls.close();
  }
}
