package dev.tr116.server.script;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was read.
 *
 * @param method e.g. {@code POST}
 * @param path e.g. {@code /api/generate}
 * @param headers by their names in lower case
 * @param body the body as text; empty without one
 * @param received its last byte had arrived, ns of {@link System#nanoTime()}
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> headers, String body, long received) {
  public ReceivedRequest {
    headers = Map.copyOf(headers);
  }

  /** The model asked for; an empty text when none is named. */
  public String model() {
    return Json.read(body).path("model").asText("");
  }

  /** The prompt, or the last message of a chat; an empty text when there is none. */
  public String prompt() {
    var json = Json.read(body);
    var messages = json.path("messages");
    return messages.isArray()
        ? messages.path(messages.size() - 1).path("content").asText("")
        : json.path("prompt").asText("");
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether the path, below any prefix, is this one. */
  boolean asksFor(String method, String path) {
    return this.method.equals(method) && this.path.endsWith(path);
  }
}
