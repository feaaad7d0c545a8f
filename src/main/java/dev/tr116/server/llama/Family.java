package dev.tr116.server.llama;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A model of one size in whatever quantization, and what imitates it. */
enum Family {
  GEMMA3("gemma3:4b", "-it", "gemma3:latest", Architecture.GEMMA3, Shape.USUAL, "gemma3"),
  QWEN2("qwen2.5:7b", "-instruct", "qwen2.5:7b", Architecture.QWEN2, Shape.USUAL, "qwen2"),
  LLAMA(
      "llama3.1:8b",
      "-instruct",
      "llama3.1:8b-instruct-q4_0",
      Architecture.LLAMA,
      Shape.USUAL,
      "llama"),
  QWEN2_14B(
      "qwen2.5:14b", "-instruct", "qwen2.5:14b", Architecture.QWEN2, Shape.BIGGER, "qwen2-14b");

  private static final Pattern REST = Pattern.compile("(-[a-z0-9.]+)*-(?<type>q4_0|q8_0|qat)");

  private final String prefix;
  private final String tuned;
  private final String usualTag;
  private final Architecture architecture;
  private final Shape shape;
  private final String fileName;

  Family(
      String prefix,
      String tuned,
      String usualTag,
      Architecture architecture,
      Shape shape,
      String fileName) {
    this.prefix = prefix;
    this.tuned = tuned;
    this.usualTag = usualTag;
    this.architecture = architecture;
    this.shape = shape;
    this.fileName = fileName;
  }

  /**
   * How the weights of a tag are stored, if it is one of this family: its usual one, or any of the
   * same size whose name ends in a quantization there is.
   */
  Optional<TensorType> typeOf(String tag) {
    if (tag.equals(usualTag)) {
      return Optional.of(TensorType.Q4_0);
    }
    if (!tag.startsWith(prefix)) {
      return Optional.empty();
    }
    var rest = REST.matcher(tag.substring(prefix.length()));
    return rest.matches()
        ? Optional.of(rest.group("type").equals("q8_0") ? TensorType.Q8_0 : TensorType.Q4_0)
        : Optional.empty();
  }

  /** Its tags under which Ollama has such a model. */
  private List<String> tags() {
    return List.of(
        usualTag, prefix + tuned + (this == GEMMA3 ? "-qat" : "-q4_0"), prefix + tuned + "-q8_0");
  }

  /** Tags that are there, the usual ones first; others of a size end like these. */
  static List<String> usualTags() {
    var families = Arrays.asList(values());
    return Stream.concat(
            families.stream().map(family -> family.usualTag),
            families.stream().flatMap(family -> family.tags().stream()))
        .distinct()
        .toList();
  }

  Architecture architecture() {
    return architecture;
  }

  Shape shape() {
    return shape;
  }

  /** What its files in the cache begin with. */
  String fileName() {
    return fileName;
  }
}
