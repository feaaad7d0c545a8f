package dev.tr116.llm;

import dev.tr116.trace.CallTrace;

/**
 * Speaks the streamed {@code /api/generate} of Ollama-compatible servers, over HTTP/1.1 and without
 * a proxy. One thread reads all answers, and every line has the stamp of the bytes that completed
 * it. A connection is used again after an answer that came to its end, and closed after any other.
 * One client serves any number of threads and endpoints, up to about a thousand calls at once.
 */
public final class OllamaClient implements LlmClient {
  private final StreamedCalls calls = new StreamedCalls(new OllamaProtocol());

  @Override
  public CallTrace generate(LlmRequest request) {
    return calls.generate(request);
  }

  @Override
  public void close() {
    calls.close();
  }
}
