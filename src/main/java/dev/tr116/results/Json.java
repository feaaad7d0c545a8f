package dev.tr116.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.statistics.Interval;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Builds JSON objects in which what is absent stands as {@code null}. */
final class Json {
  /** Above the longest answer that a client takes, 128 MiB. */
  private static final int LONGEST_TEXT = 256 << 20;

  /** Other characters than ASCII are escaped, so no tool can read them wrongly. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Json() {}

  /** Reads decimal fractions several times as fast, to the same last digit. */
  static JsonFactory fastNumbers() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
        .build();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A division by a time of zero is no number, and JSON has no word for it: {@code null}. */
  static void put(ObjectNode object, String name, OptionalDouble value) {
    object.put(
        name,
        value.isPresent() && Double.isFinite(value.getAsDouble())
            ? Double.valueOf(value.getAsDouble())
            : null);
  }

  static void put(ObjectNode object, String name, OptionalLong value) {
    object.put(name, value.isPresent() ? Long.valueOf(value.getAsLong()) : null);
  }

  static void put(ObjectNode object, String name, Optional<String> value) {
    object.put(name, value.orElse(null));
  }

  /** E.g. {@code [97.1, 99.0]}. */
  static JsonNode interval(Optional<Interval> interval) {
    return interval
        .<JsonNode>map(i -> JsonNodeFactory.instance.arrayNode().add(i.low()).add(i.high()))
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  /** An option's value in its own JSON type. */
  static JsonNode value(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** One line of ASCII with its end. */
  static byte[] line(JsonNode node) {
    return (text(MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT), node) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Indented ASCII with a line end. */
  static byte[] bytes(JsonNode node) {
    return (text(MAPPER.writer(), node) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(ObjectWriter writer, JsonNode node) {
    try {
      return writer.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of plain nodes can always be written", impossible);
    }
  }
}
