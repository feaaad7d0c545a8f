package dev.tr116.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A model as an Ollama server names it.
 *
 * @param tag the full tag, e.g. {@code qwen2.5:7b}
 */
public record Model(String tag) implements Comparable<Model> {
  private static final Map<String, String> SHORT_NAMES =
      Map.of(
          "gemma3", "gemma3:latest",
          "qwen2.5", "qwen2.5:7b",
          "llama3.1", "llama3.1:8b-instruct-q4_0");

  public Model {
    Objects.requireNonNull(tag, "tag");
    if (tag.isBlank()) {
      throw new IllegalArgumentException("a model needs a tag, e.g. gemma3:latest");
    }
  }

  /**
   * The model a user means: one of the three short names of TR116, a full tag, or a name without a
   * tag, which means {@code :latest} as it does to Ollama.
   */
  public static Model named(String name) {
    var known = SHORT_NAMES.get(name);
    if (known != null) {
      return new Model(known);
    }
    return new Model(name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name);
  }

  /** The name people read: the short one where TR116 has one, else the tag. */
  public String displayName() {
    return SHORT_NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(tag))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(tag);
  }

  /** The folder name TR116 gives the model, e.g. {@code qwen2p5_7b}; safe on every file system. */
  public String slug() {
    return Slug.of(tag.toLowerCase(Locale.ROOT).replace("-instruct-", "_").replace(".", "p"), tag);
  }

  @Override
  public int compareTo(Model other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return displayName();
  }
}
