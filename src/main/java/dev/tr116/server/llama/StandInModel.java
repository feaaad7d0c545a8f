package dev.tr116.server.llama;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model under the name Ollama gives to the one it stands in for. Names of the same family and
 * quantization share a file, as they do on Ollama.
 *
 * @param tag its whole name
 * @param family what it imitates
 * @param type how its weights are stored
 */
record StandInModel(String tag, Family family, TensorType type) {
  /**
   * The model of this name; a name without a tag means the tag {@code latest}.
   *
   * @throws EngineException when there is none
   */
  static StandInModel of(String name) {
    return find(name).orElseThrow(() -> EngineException.unknownModel(name));
  }

  /** The model of this name, if there is one. */
  static Optional<StandInModel> find(String name) {
    var full = name.contains(":") ? name : name + ":latest";
    return Arrays.stream(Family.values())
        .flatMap(
            family ->
                family.typeOf(full).map(type -> new StandInModel(full, family, type)).stream())
        .findFirst();
  }

  /** Names that can be asked for, in words. */
  static String available() {
    return String.join(", ", tags()) + "; other quantizations than Q4_0 and Q8_0 are not there";
  }

  static List<String> tags() {
    return Family.usualTags();
  }

  Architecture architecture() {
    return family.architecture();
  }

  Shape shape() {
    return family.shape();
  }

  String quantization() {
    return type.name();
  }

  /** Name of the file in the cache, e.g. {@code gemma3-q4_0.gguf}. */
  String fileName() {
    return family.fileName() + "-" + type.name().toLowerCase(Locale.ROOT) + ".gguf";
  }

  /** The model as a file: vocabulary learned, weights ready to be drawn. */
  GgufFile file() {
    var architecture = architecture();
    var shape = shape();
    var vocabulary = architecture.learn(Corpus.bundled());
    var id = architecture.id();
    var metadata =
        new GgufMetadata()
            .put("general.architecture", id)
            .put("general.type", "model")
            .put("general.name", id + " stand-in, random weights")
            .put("general.file_type", type.fileType())
            .put("general.quantization_version", 2)
            .put(id + ".context_length", Shape.CONTEXT)
            .put(id + ".embedding_length", shape.width())
            .put(id + ".block_count", shape.layers())
            .put(id + ".feed_forward_length", shape.hidden())
            .put(id + ".attention.head_count", shape.heads())
            .put(id + ".attention.head_count_kv", shape.keyHeads())
            .put(id + ".attention.layer_norm_rms_epsilon", 1e-6f);
    architecture.describe(metadata, shape, vocabulary);
    return new GgufFile(metadata, StandInWeights.of(architecture, shape, vocabulary, type));
  }
}
