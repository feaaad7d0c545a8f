package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the bodies of requests. */
final class RequestBody {
  private static final JsonFactory JSON = new JsonFactory();

  private RequestBody() {}

  /** A streamed call of {@code /api/generate}. */
  static byte[] generate(LlmRequest request) {
    return object(
        json -> {
          json.writeStringField("model", request.model().tag());
          json.writeStringField("prompt", request.prompt());
          if (request.system().isPresent()) {
            json.writeStringField("system", request.system().get());
          }
          json.writeBooleanField("stream", true);
          writeKeepAlive(json, request.keepAlive());
          writeOptions(json, request.options());
        });
  }

  /** A call of {@code /api/generate} without a prompt: it loads the model, or unloads it. */
  static byte[] load(Model model, GenerationOptions options, String keepAlive) {
    return object(
        json -> {
          json.writeStringField("model", model.tag());
          json.writeBooleanField("stream", false);
          writeKeepAlive(json, keepAlive);
          writeOptions(json, options);
        });
  }

  /** A question about one model. */
  static byte[] show(Model model) {
    return object(json -> json.writeStringField("model", model.tag()));
  }

  /** An order to get a model, told step by step. */
  static byte[] pull(Model model) {
    return object(
        json -> {
          json.writeStringField("model", model.tag());
          json.writeBooleanField("stream", true);
        });
  }

  /** One JSON object in UTF-8. */
  static byte[] object(Fields fields) {
    // Written as text first: a prompt may hold half a surrogate pair, which has no bytes in UTF-8.
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeKeepAlive(JsonGenerator json, String keepAlive) throws IOException {
    // A text needs a unit; seconds are given as a number.
    if (keepAlive.matches("-?\\d{1,18}")) {
      json.writeNumberField("keep_alive", Long.parseLong(keepAlive));
    } else {
      json.writeStringField("keep_alive", keepAlive);
    }
  }

  private static void writeOptions(JsonGenerator json, GenerationOptions options)
      throws IOException {
    if (options.values().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("options");
    for (var option : options.values().entrySet()) {
      writeOption(json, option.getKey(), option.getValue());
    }
    json.writeEndObject();
  }

  /** An option as a field; a single stop text becomes a list. */
  static void writeOption(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case String text when name.equals("stop") -> json.writeArray(new String[] {text}, 0, 1);
      case String text -> json.writeString(text);
      default -> throw new IllegalArgumentException(FailureMessages.optionType(name, value));
    }
  }

  /** The fields of one object. */
  interface Fields {
    /** Writes them into the object that is open. */
    void write(JsonGenerator json) throws IOException;
  }
}
