package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the bodies of {@code /api/generate} and {@code /api/chat}. */
final class InferenceCallReader {
  private final ObjectNode body;

  private InferenceCallReader(ObjectNode body) {
    this.body = body;
  }

  static InferenceCall generate(ObjectNode body) {
    var reader = new InferenceCallReader(body);
    return reader.call(reader.generatePrompt(), ReplyForm.GENERATE);
  }

  static InferenceCall chat(ObjectNode body) {
    var reader = new InferenceCallReader(body);
    return reader.call(reader.chatPrompt(), ReplyForm.CHAT);
  }

  /** The model named in a body, also in that of {@code /api/show}. */
  static String model(ObjectNode body) {
    var reader = new InferenceCallReader(body);
    var name = reader.text("model").or(() -> reader.text("name")).orElse("");
    if (name.isBlank()) {
      throw ApiException.badRequest("model is required");
    }
    return name;
  }

  private InferenceCall call(Optional<Prompt> prompt, ReplyForm form) {
    var model = model(body);
    if (isTrue("think", false)) {
      throw ApiException.badRequest("\"" + model + "\" does not support thinking");
    }
    var options = new OptionsReader(body.path("options"));
    return new InferenceCall(
        model,
        prompt,
        options.loadOptions(),
        options.samplingOptions(),
        isTrue("stream", true),
        present("keep_alive").map(KeepAliveReader::read).orElse(KeepAlive.DEFAULT),
        form);
  }

  private Optional<Prompt> generatePrompt() {
    var prompt = text("prompt").orElse("");
    if (prompt.isEmpty()) {
      return Optional.empty();
    }
    if (isTrue("raw", false)) {
      return Optional.of(new Prompt.Raw(prompt));
    }
    var messages = new ArrayList<Prompt.Message>();
    text("system")
        .filter(system -> !system.isEmpty())
        .ifPresent(system -> messages.add(new Prompt.Message("system", system)));
    messages.add(new Prompt.Message("user", prompt));
    return Optional.of(new Prompt.Chat(messages));
  }

  private Optional<Prompt> chatPrompt() {
    var field = present("messages");
    if (field.isPresent() && !field.get().isArray()) {
      throw ApiException.badRequest("messages must be an array");
    }
    var messages = new ArrayList<Prompt.Message>();
    field.ifPresent(array -> array.forEach(message -> messages.add(message(message))));
    return messages.isEmpty() ? Optional.empty() : Optional.of(new Prompt.Chat(messages));
  }

  private static Prompt.Message message(JsonNode message) {
    var role = message.path("role");
    var content = message.path("content");
    if (!role.isTextual() || !content.isTextual()) {
      throw ApiException.badRequest("every message needs a role and a content, both strings");
    }
    return new Prompt.Message(role.textValue(), content.textValue());
  }

  private Optional<JsonNode> present(String name) {
    return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
  }

  private Optional<String> text(String name) {
    var value = present(name);
    if (value.isPresent() && !value.get().isTextual()) {
      throw ApiException.badRequest(name + " must be a string");
    }
    return value.map(JsonNode::textValue);
  }

  private boolean isTrue(String name, boolean otherwise) {
    var value = present(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw ApiException.badRequest(name + " must be true or false");
    }
    return value.map(JsonNode::booleanValue).orElse(otherwise);
  }
}
