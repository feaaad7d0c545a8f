package dev.tr116.llm;

import dev.tr116.plan.OpenAiApi;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How OpenAI-compatible servers are called.
 *
 * @param api chat or completions
 * @param key what they may ask for
 * @param served the names of the models each endpoint lists, for telling them when one is missing;
 *     an endpoint that lists none may be absent
 */
public record OpenAiAccess(OpenAiApi api, ApiKey key, Map<URI, List<String>> served) {
  /** Takes a copy of the names. */
  public OpenAiAccess {
    served = Map.copyOf(served);
  }

  /** The path of the API below the endpoint. */
  String path() {
    return switch (api) {
      case CHAT -> "/v1/chat/completions";
      case COMPLETIONS -> "/v1/completions";
    };
  }

  /** An address of the server, whose endpoint may be written with {@code /v1} or without. */
  static URI uri(URI endpoint, String path) {
    var server = EndpointUri.of(endpoint, "").toString();
    return URI.create(server.replaceFirst("/v1$", "") + path);
  }
}
