package dev.tr116.server.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server's side of the protocol's JSON. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** A line with text; thinking is left out when there is none. */
  static String chunk(String model, String response, String thinking) {
    var fields = head(model);
    fields.put("response", response);
    if (!thinking.isEmpty()) {
      fields.put("thinking", thinking);
    }
    fields.put("done", false);
    return write(fields);
  }

  /** The line that ends an answer. */
  static String terminator(String model, Terminator terminator) {
    var fields = head(model);
    fields.put("response", "");
    fields.put("done", true);
    fields.put("done_reason", terminator.reason());
    fields.putAll(terminator.fields());
    return write(fields);
  }

  static String error(String reason) {
    return write(Map.of("error", reason));
  }

  /** Any object. */
  static String write(Map<String, ?> fields) {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text parsed; a missing node when it is no JSON. */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private static Map<String, Object> head(String model) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("model", model);
    fields.put("created_at", Instant.now().toString());
    return fields;
  }
}
