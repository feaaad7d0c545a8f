package dev.tr116.server.script;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an answer to a prompt is written: as Ollama's lines, or as OpenAI's server-sent events. */
enum WireForm {
  GENERATE("/api/generate", "application/x-ndjson") {
    @Override
    String chunk(String model, String response, String thinking, boolean first) {
      return Json.chunk(model, response, thinking);
    }

    @Override
    String end(ReceivedRequest request, Terminator terminator) {
      return Json.terminator(request.model(), terminator);
    }
  },
  CHAT("/v1/chat/completions", "text/event-stream") {
    @Override
    String chunk(String model, String response, String thinking, boolean first) {
      var delta = new LinkedHashMap<String, Object>();
      if (!thinking.isEmpty()) {
        delta.put("reasoning_content", thinking);
      }
      if (!response.isEmpty()) {
        delta.put("content", response);
      }
      var text = event(model, choice(Map.of("delta", delta), Optional.empty()));
      var role = Map.of("delta", Map.of("role", "assistant", "content", ""));
      return first ? event(model, choice(role, Optional.empty())) + "\n" + text : text;
    }

    @Override
    String end(ReceivedRequest request, Terminator terminator) {
      return ending(request, terminator, Map.of("delta", Map.of()));
    }
  },
  COMPLETIONS("/v1/completions", "text/event-stream") {
    @Override
    String chunk(String model, String response, String thinking, boolean first) {
      return event(model, choice(Map.of("text", thinking + response), Optional.empty()));
    }

    @Override
    String end(ReceivedRequest request, Terminator terminator) {
      return ending(request, terminator, Map.of("text", ""));
    }
  };

  private final String path;
  private final String contentType;

  WireForm(String path, String contentType) {
    this.path = path;
    this.contentType = contentType;
  }

  /** The form of the answer to a request; nothing when it is none that asks for text. */
  static Optional<WireForm> of(ReceivedRequest request) {
    return Arrays.stream(values()).filter(form -> request.asksFor("POST", form.path)).findFirst();
  }

  String contentType() {
    return contentType;
  }

  /** A line that carries text, without its end; {@code first} when none went before it. */
  abstract String chunk(String model, String response, String thinking, boolean first);

  /** What ends the answer, without the end of its last line. */
  abstract String end(ReceivedRequest request, Terminator terminator);

  private static String ending(
      ReceivedRequest request, Terminator terminator, Map<String, ?> nothing) {
    var model = request.model();
    var end = event(model, choice(nothing, Optional.of(terminator.reason()))) + "\n";
    var told = Json.read(request.body()).path("stream_options").path("include_usage");
    return end + (told.asBoolean() ? usage(model, terminator) + "\n" : "") + "data: [DONE]\n";
  }

  private static String usage(String model, Terminator terminator) {
    var usage = new LinkedHashMap<String, Object>();
    rename(terminator, "prompt_eval_count", usage, "prompt_tokens");
    rename(terminator, "eval_count", usage, "completion_tokens");
    return event(model, Map.of("choices", List.of(), "usage", usage));
  }

  private static void rename(
      Terminator from, String name, Map<String, Object> to, String otherName) {
    var value = from.fields().get(name);
    if (value != null) {
      to.put(otherName, value);
    }
  }

  private static Map<String, ?> choice(Map<String, ?> fields, Optional<String> finishReason) {
    var choice = new LinkedHashMap<String, Object>();
    choice.put("index", 0);
    choice.putAll(fields);
    choice.put("finish_reason", finishReason.orElse(null));
    return Map.of("choices", List.of(choice));
  }

  private static String event(String model, Map<String, ?> fields) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", "scripted");
    object.put("model", model);
    object.putAll(fields);
    return "data: " + Json.write(object) + "\n";
  }
}
