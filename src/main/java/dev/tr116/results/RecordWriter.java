package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tr116.trace.ChunkTimes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Records of this program as JSON, component by component, so that nothing is lost and a component
 * that is added later takes part by itself. What is empty stands as {@code null}. {@link
 * RecordReader} gives them back.
 */
final class RecordWriter {
  /** Of the times of chunks. */
  static final String GAPS = "gaps";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordWriter() {}

  /** The JSON of a record, or of what a record may hold. */
  static JsonNode write(Object value) {
    return switch (value) {
      case OptionalDouble number ->
          number.isPresent() ? JSON.numberNode(number.getAsDouble()) : JSON.nullNode();
      case OptionalLong number ->
          number.isPresent() ? JSON.numberNode(number.getAsLong()) : JSON.nullNode();
      case OptionalInt number ->
          number.isPresent() ? JSON.numberNode(number.getAsInt()) : JSON.nullNode();
      case Optional<?> any -> any.map(RecordWriter::write).orElse(JSON.nullNode());
      case List<?> list -> array(list.stream().map(RecordWriter::write).toList());
      case Map<?, ?> map ->
          array(
              map.entrySet().stream()
                  .<JsonNode>map(
                      each -> array(List.of(write(each.getKey()), write(each.getValue()))))
                  .toList());
      case ChunkTimes times -> JSON.objectNode().set(GAPS, gaps(times));
      case Record each -> object(each);
      case Double number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case Integer number -> JSON.numberNode(number);
      case Boolean flag -> JSON.booleanNode(flag);
      case Enum<?> constant -> JSON.textNode(constant.name());
      case String text -> JSON.textNode(text);
      case URI uri -> JSON.textNode(uri.toString());
      case Instant moment -> JSON.textNode(moment.toString());
      default -> throw new IllegalArgumentException("no record holds a " + value.getClass());
    };
  }

  /** Each stamp less the one before, the first one whole: a third fewer bytes than stamps. */
  private static ArrayNode gaps(ChunkTimes times) {
    var gaps = JSON.arrayNode(times.size());
    var before = 0L;
    for (var i = 0; i < times.size(); i++) {
      gaps.add(times.get(i) - before);
      before = times.get(i);
    }
    return gaps;
  }

  private static JsonNode object(Record value) {
    var json = JSON.objectNode();
    for (var component : Shape.of(value.getClass()).components()) {
      json.set(component.name(), write(component.of(value)));
    }
    return json;
  }

  private static ArrayNode array(List<JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }
}
