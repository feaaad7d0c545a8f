package dev.tr116.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.plan.Model;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads what servers say of models; what is absent or of another type is left out. */
final class ModelInfoReader {
  private ModelInfoReader() {}

  /** The models of {@code /api/tags}. */
  static List<ModelInfo> list(JsonNode answer) {
    return named(answer)
        .map(model -> info(model.path("name").textValue(), model, OptionalLong.empty()))
        .toList();
  }

  /** The models of {@code /api/ps}. */
  static List<ResidentModel> resident(JsonNode answer) {
    return named(answer).map(ModelInfoReader::inMemory).toList();
  }

  /** The model of {@code /api/show}. */
  static ModelInfo shown(Model model, JsonNode answer) {
    var info = answer.path("model_info");
    var architecture = info.path("general.architecture").asText("");
    return info(model.tag(), answer, number(info.path(architecture + ".context_length")));
  }

  private static Stream<JsonNode> named(JsonNode answer) {
    return answer.path("models").valueStream().filter(model -> model.path("name").isTextual());
  }

  private static ResidentModel inMemory(JsonNode model) {
    return new ResidentModel(
        model.path("name").textValue(),
        text(model.path("digest")),
        number(model.path("size")),
        number(model.path("size_vram")),
        number(model.path("context_length")),
        text(model.path("details").path("quantization_level")),
        text(model.path("expires_at")).flatMap(ModelInfoReader::moment));
  }

  private static ModelInfo info(String name, JsonNode model, OptionalLong contextLength) {
    var details = model.path("details");
    return new ModelInfo(
        name,
        text(model.path("digest")),
        number(model.path("size")),
        text(details.path("family")),
        text(details.path("parameter_size")),
        text(details.path("quantization_level")),
        contextLength,
        model.path("capabilities").valueStream().map(JsonNode::asText).toList());
  }

  private static Optional<String> text(JsonNode value) {
    return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
  }

  /** A time with any offset; Ollama writes its own. */
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private static OptionalLong number(JsonNode value) {
    return value.canConvertToExactIntegral() && value.canConvertToLong() && value.longValue() >= 0
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
