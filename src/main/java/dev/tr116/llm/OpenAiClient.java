package dev.tr116.llm;

import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.CallTrace;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Speaks the streamed chat or text completions of OpenAI-compatible servers such as vLLM,
 * llama.cpp's server and TGI. A call succeeds with a {@code finish_reason} and {@code data:
 * [DONE]}. What such a server does not tell (its durations, loading, waiting) is absent from the
 * trace. Threads, stamps and connections are as those of {@link OllamaClient}.
 */
public final class OpenAiClient implements LlmClient {
  private final StreamedCalls calls;

  /** A client without connections yet, for servers with certificates that Java trusts. */
  public OpenAiClient(OpenAiAccess access) {
    this(access, ServerTrust.OF_JAVA);
  }

  /** A client without connections yet, on the standard transport. */
  public OpenAiClient(OpenAiAccess access, ServerTrust trust) {
    this(access, trust, TransportChoice.STANDARD);
  }

  /** A client without connections yet. */
  public OpenAiClient(OpenAiAccess access, ServerTrust trust, TransportChoice transport) {
    this(new StreamedCalls(new OpenAiProtocol(access), trust, transport));
  }

  private OpenAiClient(StreamedCalls calls) {
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
    return new OpenAiClient(calls.on(loop));
  }

  @Override
  public void close() {
    calls.close();
  }
}
