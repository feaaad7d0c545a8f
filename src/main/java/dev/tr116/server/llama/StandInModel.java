package dev.tr116.server.llama;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The models there are, under the names Ollama gives to those they stand in for. */
enum StandInModel {
  GEMMA3_Q4("gemma3:latest", Architecture.GEMMA3, TensorType.Q4_0, 2),
  QWEN2_Q4("qwen2.5:7b", Architecture.QWEN2, TensorType.Q4_0, 2),
  LLAMA_Q4("llama3.1:8b-instruct-q4_0", Architecture.LLAMA, TensorType.Q4_0, 2),
  GEMMA3_Q8("gemma3:4b-it-q8_0", Architecture.GEMMA3, TensorType.Q8_0, 7),
  QWEN2_Q8("qwen2.5:7b-instruct-q8_0", Architecture.QWEN2, TensorType.Q8_0, 7),
  LLAMA_Q8("llama3.1:8b-instruct-q8_0", Architecture.LLAMA, TensorType.Q8_0, 7);

  private final String tag;
  private final Architecture architecture;
  private final TensorType type;
  private final int fileType;

  StandInModel(String tag, Architecture architecture, TensorType type, int fileType) {
    this.tag = tag;
    this.architecture = architecture;
    this.type = type;
    this.fileType = fileType;
  }

  /**
   * The model of this name; a name without a tag means the tag {@code latest}.
   *
   * @throws EngineException when there is none
   */
  static StandInModel of(String name) {
    var full = name.contains(":") ? name : name + ":latest";
    return Arrays.stream(values())
        .filter(model -> model.tag.equals(full))
        .findFirst()
        .orElseThrow(() -> EngineException.unknownModel(name, tags()));
  }

  static List<String> tags() {
    return Arrays.stream(values()).map(StandInModel::tag).toList();
  }

  String tag() {
    return tag;
  }

  Architecture architecture() {
    return architecture;
  }

  String quantization() {
    return type.name();
  }

  /** Name of the file in the cache, e.g. {@code gemma3-q4_0.gguf}. */
  String fileName() {
    return architecture.id() + "-" + type.name().toLowerCase(Locale.ROOT) + ".gguf";
  }

  /** The model as a file: vocabulary learned, weights ready to be drawn. */
  GgufFile file() {
    var vocabulary = architecture.learn(Corpus.bundled());
    var id = architecture.id();
    var metadata =
        new GgufMetadata()
            .put("general.architecture", id)
            .put("general.type", "model")
            .put("general.name", id + " stand-in, random weights")
            .put("general.file_type", fileType)
            .put("general.quantization_version", 2)
            .put(id + ".context_length", Shape.CONTEXT)
            .put(id + ".embedding_length", Shape.WIDTH)
            .put(id + ".block_count", Shape.LAYERS)
            .put(id + ".feed_forward_length", Shape.HIDDEN)
            .put(id + ".attention.head_count", Shape.HEADS)
            .put(id + ".attention.head_count_kv", Shape.KEY_HEADS)
            .put(id + ".attention.layer_norm_rms_epsilon", 1e-6f);
    architecture.describe(metadata, vocabulary);
    return new GgufFile(metadata, StandInWeights.of(architecture, vocabulary, type));
  }
}
