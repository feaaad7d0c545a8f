package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.plan.Model;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what servers say of models; what is absent or of another type is left out. */
final class ModelInfoReader {
  private ModelInfoReader() {}

  /** The models of {@code /api/tags} or {@code /api/ps}. */
  static List<ModelInfo> list(JsonNode answer) {
    return answer
        .path("models")
        .valueStream()
        .filter(model -> model.path("name").isTextual())
        .map(ModelInfoReader::listed)
        .toList();
  }

  /** The model of {@code /api/show}. */
  static ModelInfo shown(Model model, JsonNode answer) {
    var info = answer.path("model_info");
    var architecture = info.path("general.architecture").asText("");
    return info(model.tag(), answer, number(info.path(architecture + ".context_length")));
  }

  private static ModelInfo listed(JsonNode model) {
    return info(model.path("name").textValue(), model, number(model.path("context_length")));
  }

  private static ModelInfo info(String name, JsonNode model, OptionalLong contextLength) {
    var details = model.path("details");
    return new ModelInfo(
        name,
        text(model.path("digest")),
        number(model.path("size")),
        number(model.path("size_vram")),
        text(details.path("family")),
        text(details.path("parameter_size")),
        text(details.path("quantization_level")),
        contextLength,
        model.path("capabilities").valueStream().map(JsonNode::asText).toList());
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
  }

  private static OptionalLong number(JsonNode value) {
    return value.canConvertToExactIntegral() && value.canConvertToLong() && value.longValue() >= 0
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
