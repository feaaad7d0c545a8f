package dev.tr116.exec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.WireCall;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Makes a request of this project's client out of a call in a plan. */
final class BodyReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "/api/generate";

  private BodyReader() {}

  /**
   * The request that goes over the wire as that call says, byte for byte.
   *
   * @param intended when it was meant to start, ns
   * @throws IOException when there is none
   */
  static LlmRequest request(JsonNode call, long intended) throws IOException {
    var text = call.path("body").asText();
    var body = JSON.readTree(text);
    var url = call.path("url").asText();
    if (!url.endsWith(PATH)) {
      throw new IOException("the URL of a call must end in " + PATH + ": " + url);
    }
    var request =
        new LlmRequest(
            URI.create(url.substring(0, url.length() - PATH.length())),
            new Model(body.path("model").asText()),
            body.path("prompt").asText(),
            body.has("system") ? Optional.of(body.path("system").asText()) : Optional.empty(),
            options(body.path("options")),
            "call",
            body.path("keep_alive").asText(),
            timeouts(call.path("timeouts_ms")),
            intended);
    if (!WireCall.of(request).body().equals(text)) {
      throw new IOException("this program can send only bodies as its own client writes them");
    }
    return request;
  }

  private static GenerationOptions options(JsonNode json) throws IOException {
    var options = GenerationOptions.SERVER_DEFAULTS;
    for (var field : json.properties()) {
      options = options.with(field.getKey(), value(field.getValue()));
    }
    return options;
  }

  private static Object value(JsonNode value) throws IOException {
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isArray() && value.size() == 1 && value.get(0).isTextual()) {
      return value.get(0).textValue();
    }
    throw new IOException(
        "an option is neither a number nor a truth value nor a text, nor a list of one: " + value);
  }

  private static Timeouts timeouts(JsonNode json) {
    return new Timeouts(
        millis(json, "connect"),
        millis(json, "first_token"),
        millis(json, "idle"),
        millis(json, "total"));
  }

  private static Duration millis(JsonNode json, String name) {
    return Duration.ofMillis(json.path(name).longValue());
  }
}
