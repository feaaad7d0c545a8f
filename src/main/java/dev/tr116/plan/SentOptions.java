package dev.tr116.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the options asked for goes over the wire. Ollama is told all of them as they are. */
public final class SentOptions {
  /**
   * Ollama's names and OpenAI's; no others, since servers may refuse a call with an unknown one.
   */
  private static final Map<String, String> OPENAI_NAMES =
      Map.of(
          "temperature", "temperature",
          "top_p", "top_p",
          "seed", "seed",
          "stop", "stop",
          "presence_penalty", "presence_penalty",
          "frequency_penalty", "frequency_penalty",
          "num_predict", "max_tokens");

  private SentOptions() {}

  /** The options that servers of that kind are sent, by the names they are sent under. */
  public static GenerationOptions of(BackendChoice backend, GenerationOptions asked) {
    return backend == BackendChoice.OPENAI ? toOpenAi(asked) : asked;
  }

  /** The options an OpenAI-compatible server has a word for, under that word. */
  public static GenerationOptions toOpenAi(GenerationOptions asked) {
    var sent = new LinkedHashMap<String, Object>();
    asked
        .values()
        .forEach((name, value) -> openAiName(name, value).ifPresent(word -> sent.put(word, value)));
    return new GenerationOptions(sent);
  }

  /** The names of options that are asked for and that such servers are not told, sorted. */
  public static List<String> leftOut(BackendChoice backend, Matrix matrix) {
    if (backend != BackendChoice.OPENAI) {
      return List.of();
    }
    var asked =
        matrix.runs().stream()
            .flatMap(run -> run.scenario().agents().stream())
            .flatMap(agent -> agent.options().values().entrySet().stream())
            .filter(option -> openAiName(option.getKey(), option.getValue()).isEmpty())
            .map(Map.Entry::getKey);
    return Stream.concat(Stream.of("keep_alive"), asked).distinct().sorted().toList();
  }

  /** A negative cap means none to Ollama, which OpenAI says by leaving it out. */
  private static Optional<String> openAiName(String name, Object value) {
    var isNoCap = name.equals("num_predict") && value instanceof Long cap && cap < 0;
    return Optional.ofNullable(isNoCap ? null : OPENAI_NAMES.get(name));
  }
}
