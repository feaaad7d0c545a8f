package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds what an OpenAI-compatible server says went wrong; each kind of them has its own form. */
final class OpenAiError {
  private static final String NO_TEXT = "an error without a text";

  private OpenAiError() {}

  /** The error that a streamed object reports instead of text; empty when it reports none. */
  static Optional<String> in(JsonNode object) {
    var error = object.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return object.path("object").asText().equals("error")
          ? Optional.of(text(object.path("message")).orElse(NO_TEXT))
          : Optional.empty();
    }
    return text(error).or(() -> text(error.path("message"))).or(() -> Optional.of(NO_TEXT));
  }

  /** The reason in the body of an answer that is none; empty when it gives none. */
  static Optional<String> ofBody(JsonNode body) {
    return in(body).or(() -> text(body.path("detail"))).or(() -> text(body.path("message")));
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
  }
}
