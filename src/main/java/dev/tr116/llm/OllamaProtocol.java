package dev.tr116.llm;

import dev.tr116.http.BodySink;
import java.net.http.HttpRequest;
import java.util.Optional;

/** The streamed {@code /api/generate} of Ollama. */
final class OllamaProtocol implements Protocol {
  private final ApiKey key;
  private final KnownLines known = StreamSink.knownLines();

  OllamaProtocol(ApiKey key) {
    this.key = key;
  }

  @Override
  public Api api() {
    return Api.OLLAMA;
  }

  @Override
  public HttpRequest.Builder head(LlmRequest request) {
    return key.on(
        HttpRequest.newBuilder(EndpointUri.of(request.endpoint(), "/api/generate"))
            .header("Accept", "application/x-ndjson"));
  }

  @Override
  public byte[] body(LlmRequest request) {
    return RequestBody.generate(request);
  }

  @Override
  public BodySink answer(LlmRequest request, CallRecording recording) {
    return new StreamSink(request, recording, known);
  }

  @Override
  public String refusal(LlmRequest request, int status, String body) {
    return StatusMessage.of(request.endpoint(), Optional.of(request.model()), status, body, key);
  }
}
