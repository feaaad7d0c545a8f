package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tr116.plan.OpenAiApi;
import dev.tr116.plan.SentOptions;
import java.io.IOException;

/** Writes the bodies of requests to OpenAI-compatible servers. */
final class OpenAiBody {
  private OpenAiBody() {}

  /** A streamed call that asks for the token counts as well. */
  static byte[] of(OpenAiApi api, LlmRequest request) {
    return RequestBody.object(
        json -> {
          json.writeStringField("model", request.model().tag());
          switch (api) {
            case CHAT -> writeMessages(json, request);
            case COMPLETIONS -> json.writeStringField("prompt", prompt(request));
          }
          json.writeBooleanField("stream", true);
          json.writeObjectFieldStart("stream_options");
          json.writeBooleanField("include_usage", true);
          json.writeEndObject();
          for (var option : SentOptions.toOpenAi(request.options()).values().entrySet()) {
            RequestBody.writeOption(json, option.getKey(), option.getValue());
          }
        });
  }

  private static void writeMessages(JsonGenerator json, LlmRequest request) throws IOException {
    json.writeArrayFieldStart("messages");
    if (request.system().isPresent()) {
      writeMessage(json, "system", request.system().get());
    }
    writeMessage(json, "user", request.prompt());
    json.writeEndArray();
  }

  private static void writeMessage(JsonGenerator json, String role, String content)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("content", content);
    json.writeEndObject();
  }

  /** Completions have no place for a system text but the head of the prompt. */
  private static String prompt(LlmRequest request) {
    return request.system().map(system -> system + "\n\n").orElse("") + request.prompt();
  }
}
