package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tr116.trace.ServerTimings;
import java.util.OptionalLong;

/**
 * What an OpenAI-compatible server says of its work. The API has counts and no durations; only
 * llama.cpp adds those of the prompt and of the answer, which it measures as Ollama does. Nothing
 * tells the whole time, loading or waiting.
 */
final class OpenAiFigures {
  private static final double NANOS_PER_MS = 1e6;
  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final double MOST_MS = 30L * 24 * 3600 * 1000;

  private JsonNode usage = MissingNode.getInstance();
  private JsonNode timings = MissingNode.getInstance();

  /** Takes what a chunk says; later chunks know more than earlier ones. */
  void take(OpenAiChunk chunk) {
    usage = chunk.usage().isObject() ? chunk.usage() : usage;
    timings = chunk.timings().isObject() ? chunk.timings() : timings;
  }

  /** Everything that was told. */
  ServerTimings timings() {
    var prompt = nanos(timings.path("prompt_ms"));
    var eval = nanos(timings.path("predicted_ms"));
    var both = prompt.isPresent() && eval.isPresent();
    return new ServerTimings(
        OptionalLong.empty(),
        OptionalLong.empty(),
        count(usage.path("prompt_tokens")),
        cached(),
        both ? prompt : OptionalLong.empty(),
        count(usage.path("completion_tokens")),
        both ? eval : OptionalLong.empty());
  }

  /** Told as such, or by how many tokens of the prompt were really read. */
  private OptionalLong cached() {
    var told = count(usage.path("prompt_tokens_details").path("cached_tokens"));
    if (told.isPresent()) {
      return told;
    }
    var all = count(usage.path("prompt_tokens"));
    var read = count(timings.path("prompt_n"));
    return all.isPresent() && read.isPresent() && read.getAsLong() <= all.getAsLong()
        ? OptionalLong.of(all.getAsLong() - read.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong count(JsonNode value) {
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= MOST_TOKENS
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  private static OptionalLong nanos(JsonNode millis) {
    return millis.isNumber() && millis.doubleValue() >= 0 && millis.doubleValue() <= MOST_MS
        ? OptionalLong.of(Math.round(millis.doubleValue() * NANOS_PER_MS))
        : OptionalLong.empty();
  }
}
