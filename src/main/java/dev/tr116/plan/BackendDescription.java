package dev.tr116.plan;

import java.util.Optional;

/**
 * What answered the agents' calls; stands in every record, page and console line.
 *
 * @param kind {@code ollama}, {@code openai}, {@code embedded} or {@code scripted}
 * @param version the server's own version, e.g. {@code 0.24.0}; empty when it told none
 * @param weights {@code as-served} for a real server, {@code stand-in} for generated weights,
 *     {@code none} for a played schedule
 */
public record BackendDescription(String kind, Optional<String> version, String weights) {
  /** The weights of a server that serves whatever its owner put there. */
  public static final String AS_SERVED = "as-served";

  /** Generated random weights: the speed is real, the model is not. */
  public static final String STAND_IN = "stand-in";

  /** No model at all: a known schedule is played. */
  public static final String NO_WEIGHTS = "none";

  /** Whether figures measured here say something about the model named. */
  public boolean isReal() {
    return kind.equals("ollama") || kind.equals("openai");
  }

  /**
   * One phrase for people, e.g. {@code ollama 0.24.0} or {@code embedded llama.cpp b4916, stand-in
   * weights}.
   */
  public String phrase() {
    var name = kind.equals("embedded") ? "embedded llama.cpp" : kind;
    var versioned = version.map(v -> name + " " + v).orElse(name);
    return switch (weights) {
      case STAND_IN -> versioned + ", stand-in weights";
      case NO_WEIGHTS -> versioned + " schedule, no inference";
      default -> versioned;
    };
  }
}
