package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** Reads {@code options}: what is unknown is ignored, what has the wrong type is an error. */
final class OptionsReader {
  private final JsonNode options;

  OptionsReader(JsonNode options) {
    this.options = options;
  }

  LoadOptions loadOptions() {
    var defaults = LoadOptions.DEFAULTS;
    return new LoadOptions(
        integer("num_ctx").orElse(defaults.numCtx()),
        integer("num_gpu").orElse(defaults.numGpu()),
        integer("num_thread").orElse(defaults.numThread()));
  }

  SamplingOptions samplingOptions() {
    var defaults = SamplingOptions.DEFAULTS;
    var seed = integer("seed");
    var numPredict = integer("num_predict");
    return new SamplingOptions(
        number("temperature", defaults.temperature()),
        integer("top_k").orElse(defaults.topK()),
        number("top_p", defaults.topP()),
        number("repeat_penalty", defaults.repeatPenalty()),
        seed.orElse(-1) < 0 ? OptionalInt.empty() : seed,
        numPredict.orElse(-1) <= 0 ? OptionalInt.empty() : numPredict,
        stop());
  }

  private OptionalInt integer(String name) {
    var value = options.path(name);
    if (isAbsent(value)) {
      return OptionalInt.empty();
    }
    if (!value.isNumber()) {
      throw wrongType(name, "integer");
    }
    return OptionalInt.of(value.intValue());
  }

  private double number(String name, double otherwise) {
    var value = options.path(name);
    if (isAbsent(value)) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw wrongType(name, "float32");
    }
    return value.doubleValue();
  }

  private List<String> stop() {
    var value = options.path("stop");
    if (isAbsent(value)) {
      return List.of();
    }
    if (value.isTextual()) {
      return List.of(value.textValue());
    }
    if (!value.isArray()
        || !StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual)) {
      throw wrongType("stop", "array of strings");
    }
    return StreamSupport.stream(value.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static ApiException wrongType(String name, String type) {
    return new ApiException(500, "option \"" + name + "\" must be of type " + type);
  }
}
