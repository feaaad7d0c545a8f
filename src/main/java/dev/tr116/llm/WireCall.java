package dev.tr116.llm;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A call as it goes over the wire, for a client of another kind: a POST.
 *
 * @param url where to
 * @param headers beside those every client sends by itself
 * @param body to be sent as UTF-8, without any change
 */
public record WireCall(URI url, Map<String, String> headers, String body) {
  public WireCall {
    headers = Map.copyOf(headers);
  }

  /** What {@link OllamaClient} sends for that request. */
  public static WireCall of(LlmRequest request) {
    return new WireCall(
        EndpointUri.of(request.endpoint(), "/api/generate"),
        Map.of("Content-Type", "application/json", "Accept", "application/x-ndjson"),
        new String(RequestBody.generate(request), StandardCharsets.UTF_8));
  }
}
