package dev.tr116.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@code options} object of an Ollama request; empty means the server's own defaults.
 *
 * @param values option name to a {@code Long}, {@code Double}, {@code Boolean} or {@code String},
 *     in the order written
 */
public record GenerationOptions(Map<String, Object> values) {
  /** Ollama loads a model anew when one of these differs from what it was loaded with. */
  private static final List<String> LOADING =
      List.of("num_ctx", "num_batch", "num_gpu", "main_gpu", "use_mmap", "num_thread");

  /** The server's own defaults. */
  public static final GenerationOptions SERVER_DEFAULTS = new GenerationOptions(Map.of());

  public GenerationOptions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Reads {@code num_gpu=80,num_ctx=512,temperature=1.0}.
   *
   * @throws IllegalArgumentException when a part is not {@code name=value}
   */
  public static GenerationOptions parse(String text) {
    var values = new LinkedHashMap<String, Object>();
    for (var part : Arrays.stream(text.split(",")).map(String::strip).toList()) {
      if (part.isEmpty()) {
        continue;
      }
      var equals = part.indexOf('=');
      var name = equals < 0 ? "" : part.substring(0, equals).strip();
      var value = equals < 0 ? "" : part.substring(equals + 1).strip();
      if (!name.matches("[a-z][a-z0-9_]*") || value.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + part + "' is no option; write name=value, e.g. num_ctx=512");
      }
      var typed = typed(value);
      if (typed instanceof Double number && number.isInfinite()) {
        throw new IllegalArgumentException(
            "'" + part + "' is beyond every number; write a smaller one");
      }
      if (values.put(name, typed) != null) {
        throw new IllegalArgumentException("option " + name + " is given twice; write it once");
      }
    }
    return new GenerationOptions(values);
  }

  /** These options with one more, or with another value for one of them. */
  public GenerationOptions with(String name, Object value) {
    var copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new GenerationOptions(copy);
  }

  /** Those a model is loaded with: a call with others makes the server load it anew. */
  public Map<String, Object> loading() {
    var loading = new TreeMap<>(values);
    loading.keySet().retainAll(LOADING);
    return loading;
  }

  /** TR116's folder suffix, e.g. {@code gpu80_ctx512_temp10}; {@code defaults} when empty. */
  public String label() {
    if (values.isEmpty()) {
      return "defaults";
    }
    var label =
        values.entrySet().stream()
            .map(entry -> shortName(entry.getKey()) + shortValue(entry.getValue()))
            .collect(Collectors.joining("_"));
    return Slug.of(label, label);
  }

  private static String shortName(String name) {
    return switch (name) {
      case "num_gpu" -> "gpu";
      case "num_ctx" -> "ctx";
      case "temperature" -> "temp";
      default -> name.replace("_", "-");
    };
  }

  private static String shortValue(Object value) {
    return String.valueOf(value).replace(".", "");
  }

  private static Object typed(String value) {
    if (value.matches("[-+]?\\d{1,18}")) {
      return Long.valueOf(value);
    }
    if (value.matches("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?")) {
      return Double.valueOf(value);
    }
    if (value.equals("true") || value.equals("false")) {
      return Boolean.valueOf(value);
    }
    return value;
  }

  @Override
  public String toString() {
    return values.isEmpty()
        ? "server defaults"
        : values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
  }
}
