package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * One object of a streamed answer. Chat and completions differ in where the text stands; servers
 * differ in what they call reasoning.
 *
 * @param choices how many answers it has a part of; one was asked for
 * @param text answer text; empty when it carries none
 * @param thinking reasoning text; empty when it carries none
 * @param finishReason why the answer ended, in the chunk that says so
 * @param error what the server reports as wrong
 * @param usage the {@code usage} object; a missing node without one
 * @param timings the {@code timings} object of llama.cpp; a missing node without one
 */
record OpenAiChunk(
    int choices,
    String text,
    String thinking,
    Optional<String> finishReason,
    Optional<String> error,
    JsonNode usage,
    JsonNode timings) {

  /** Whether it tells nothing but text. */
  boolean isTextAlone() {
    return choices == 1
        && finishReason.isEmpty()
        && error.isEmpty()
        && !usage.isObject()
        && !timings.isObject();
  }

  /** Reads chunks of up to so many bytes. */
  static final class Parser {
    private final JsonMapper json;

    Parser(int limit) {
      var constraints = StreamReadConstraints.builder().maxStringLength(limit).build();
      json =
          JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build();
    }

    /**
     * Reads one chunk.
     *
     * @throws IOException when it is no JSON object of the protocol
     */
    OpenAiChunk parse(byte[] bytes, int offset, int length) throws IOException {
      var object = json.readTree(bytes, offset, length);
      if (!object.isObject()) {
        throw new IOException("no object");
      }
      var choice = choice(object);
      var delta = choice.path("delta");
      var thinking = text(delta.path("reasoning_content"));
      return new OpenAiChunk(
          object.path("choices").size(),
          text(delta.path("content")) + text(choice.path("text")),
          // Some servers say the same twice, under the old name and the new one.
          thinking.isEmpty() ? text(delta.path("reasoning")) : thinking,
          Optional.of(text(choice.path("finish_reason"))).filter(reason -> !reason.isEmpty()),
          OpenAiError.in(object),
          object.path("usage"),
          object.path("timings"));
    }

    /** The one choice that was asked for; a missing node in chunks that carry counts alone. */
    private static JsonNode choice(JsonNode object) throws IOException {
      var choices = object.path("choices");
      if (choices.isMissingNode() || choices.isNull()) {
        return object.path("choices").path(0);
      }
      if (!choices.isArray()) {
        throw new IOException("choices is no array");
      }
      return choices
          .valueStream()
          .filter(choice -> choice.path("index").asInt(0) == 0)
          .findFirst()
          .orElse(choices.path(choices.size()));
    }

    private static String text(JsonNode value) throws IOException {
      if (value.isMissingNode() || value.isNull()) {
        return "";
      }
      if (!value.isTextual()) {
        throw new IOException("no text where one belongs");
      }
      return value.textValue();
    }
  }
}
