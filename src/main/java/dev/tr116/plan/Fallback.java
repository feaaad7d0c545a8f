package dev.tr116.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What to try when a model does not fit into a server's memory.
 *
 * @param automatic whether fewer GPU layers and then a smaller context are tried first
 * @param steps what is tried after that, in order; without either nothing is tried
 */
public record Fallback(boolean automatic, List<Step> steps) {
  /** Nothing is tried. */
  public static final Fallback OFF = new Fallback(false, List.of());

  public Fallback {
    steps = List.copyOf(steps);
  }

  /** One thing to try. */
  public sealed interface Step {}

  /**
   * Another value of an option for every agent that asks for more; for all where none sets it.
   *
   * @param name e.g. {@code num_gpu}
   * @param value a value that {@link GenerationOptions} can hold
   */
  public record Option(String name, Object value) implements Step {}

  /**
   * Another model: a smaller one, or the same in a lower quantization.
   *
   * @param model to ask for instead
   */
  public record OtherModel(Model model) implements Step {}

  /**
   * Reads {@code off}, {@code auto}, steps such as {@code num_gpu=40; model=qwen2.5:7b}, or {@code
   * auto} with steps after it.
   *
   * @param named the model that a name means
   * @throws IllegalArgumentException saying what to write instead
   */
  public static Fallback parse(String text, Function<String, Model> named) {
    if (text.equals("off")) {
      return OFF;
    }
    var parts =
        Arrays.stream(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    var automatic = !parts.isEmpty() && parts.getFirst().equals("auto");
    var steps = new ArrayList<Step>();
    for (var part : automatic ? parts.subList(1, parts.size()) : parts) {
      steps.add(step(part, named));
    }
    if (!automatic && steps.isEmpty()) {
      throw new IllegalArgumentException("names nothing; write off, auto or steps");
    }
    return new Fallback(automatic, steps);
  }

  private static Step step(String part, Function<String, Model> named) {
    if (part.startsWith("model=") && part.length() > "model=".length()) {
      return new OtherModel(named.apply(part.substring("model=".length()).strip()));
    }
    var options = part.contains(",") ? List.<Step>of() : parsed(part);
    if (options.size() != 1) {
      throw new IllegalArgumentException(
          "'" + part + "' is no step; write one option or model=tag, e.g. auto; model=qwen2.5:7b");
    }
    return options.getFirst();
  }

  private static List<Step> parsed(String part) {
    return GenerationOptions.parse(part).values().entrySet().stream()
        .<Step>map(option -> new Option(option.getKey(), option.getValue()))
        .toList();
  }

  /** The other models that may be asked for. */
  public List<Model> models() {
    return steps.stream()
        .filter(OtherModel.class::isInstance)
        .map(OtherModel.class::cast)
        .map(OtherModel::model)
        .toList();
  }

  /** Whether anything is tried. */
  public boolean isOn() {
    return automatic || !steps.isEmpty();
  }
}
