package dev.tr116.server.script;

/**
 * A request as it was read.
 *
 * @param method e.g. {@code POST}
 * @param path e.g. {@code /api/generate}
 * @param body the body as text; empty without one
 * @param received its last byte had arrived, ns of {@link System#nanoTime()}
 */
public record ReceivedRequest(String method, String path, String body, long received) {

  /** The model asked for; an empty text when none is named. */
  public String model() {
    return Json.read(body).path("model").asText("");
  }

  /** The prompt; an empty text when there is none. */
  public String prompt() {
    return Json.read(body).path("prompt").asText("");
  }

  /** Whether the path, below any prefix, is this one. */
  boolean asksFor(String method, String path) {
    return this.method.equals(method) && this.path.endsWith(path);
  }
}
