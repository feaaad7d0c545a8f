package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tr116.trace.ChunkTimes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of this program as JSON and back, component by component, so that nothing is lost and a
 * component that is added later takes part by itself. What is empty stands as {@code null}.
 */
final class RecordCodec {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RecordCodec() {}

  /** The JSON of a record, or of what a record may hold. */
  static JsonNode write(Object value) {
    return switch (value) {
      case OptionalDouble number ->
          number.isPresent() ? JSON.numberNode(number.getAsDouble()) : JSON.nullNode();
      case OptionalLong number ->
          number.isPresent() ? JSON.numberNode(number.getAsLong()) : JSON.nullNode();
      case OptionalInt number ->
          number.isPresent() ? JSON.numberNode(number.getAsInt()) : JSON.nullNode();
      case Optional<?> any -> any.map(RecordCodec::write).orElse(JSON.nullNode());
      case List<?> list -> array(list.stream().map(RecordCodec::write).toList());
      case Map<?, ?> map ->
          array(
              map.entrySet().stream()
                  .<JsonNode>map(
                      each -> array(List.of(write(each.getKey()), write(each.getValue()))))
                  .toList());
      case ChunkTimes times -> array(times.stream().<JsonNode>mapToObj(JSON::numberNode).toList());
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

  /**
   * The record that was written so.
   *
   * @throws IllegalArgumentException naming the component that is missing or of another kind
   */
  static <T extends Record> T read(JsonNode json, Class<T> type) {
    return type.cast(value(json, type, type.getSimpleName()));
  }

  private static JsonNode object(Record value) {
    var json = JSON.objectNode();
    for (var component : value.getClass().getRecordComponents()) {
      json.set(component.getName(), write(get(component, value)));
    }
    return json;
  }

  private static Object get(RecordComponent component, Record from) {
    try {
      var accessor = component.getAccessor();
      accessor.trySetAccessible();
      return accessor.invoke(from);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(component + " can always be read", impossible);
    }
  }

  private static ArrayNode array(List<JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }

  private static @Nullable Object value(JsonNode json, Type type, String at) {
    if (type instanceof ParameterizedType generic) {
      return generic(json, (Class<?>) generic.getRawType(), generic.getActualTypeArguments(), at);
    }
    var raw = (Class<?>) type;
    if (raw == OptionalDouble.class) {
      return json.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number(json, at));
    }
    if (raw == OptionalLong.class) {
      return json.isNull() ? OptionalLong.empty() : OptionalLong.of(whole(json, at));
    }
    if (raw == OptionalInt.class) {
      return json.isNull() ? OptionalInt.empty() : OptionalInt.of((int) whole(json, at));
    }
    if (raw == ChunkTimes.class) {
      var stamps = items(json, at).stream().flatMapToLong(n -> LongStream.of(whole(n, at)));
      var all = stamps.toArray();
      return ChunkTimes.of(all, all.length);
    }
    if (raw.isRecord()) {
      return record(json, raw, at);
    }
    return plain(json, raw, at);
  }

  private static Object generic(JsonNode json, Class<?> raw, Type[] of, String at) {
    if (raw == Optional.class) {
      return json.isNull() ? Optional.empty() : Optional.ofNullable(value(json, of[0], at));
    }
    if (raw == List.class) {
      return items(json, at).stream().map(each -> value(each, of[0], at)).toList();
    }
    var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    for (var each : items(json, at)) {
      map.put(value(each.path(0), of[0], at), value(each.path(1), of[1], at));
    }
    return map;
  }

  private static Object record(JsonNode json, Class<?> type, String at) {
    var components = type.getRecordComponents();
    var arguments = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      var name = at + "." + components[i].getName();
      var part = json.get(components[i].getName());
      if (part == null) {
        throw new IllegalArgumentException("component " + name + " is missing");
      }
      arguments[i] = value(part, components[i].getGenericType(), name);
    }
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(at + ": " + refused.getCause(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " can always be made", impossible);
    }
  }

  private static Object plain(JsonNode json, Class<?> type, String at) {
    if (type == double.class || type == Double.class) {
      return number(json, at);
    }
    if (type == long.class || type == Long.class) {
      return whole(json, at);
    }
    if (type == int.class || type == Integer.class) {
      return (int) whole(json, at);
    }
    if (type == boolean.class || type == Boolean.class) {
      return json.booleanValue();
    }
    if (type == Object.class) {
      return untyped(json, at);
    }
    if (!json.isTextual()) {
      throw new IllegalArgumentException("component " + at + " is " + json + ", not a text");
    }
    return text(json.textValue(), type, at);
  }

  private static Object text(String text, Class<?> type, String at) {
    if (type == URI.class) {
      return URI.create(text);
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(at + " is '" + text + "'"))
        : text;
  }

  /** The value of an option. */
  private static Object untyped(JsonNode json, String at) {
    if (json.isIntegralNumber()) {
      return json.longValue();
    }
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return json.isBoolean() ? (Object) json.booleanValue() : plain(json, String.class, at);
  }

  /** JSON has no word for infinity; it stands as a text. */
  private static double number(JsonNode json, String at) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    if (json.isTextual()) {
      return Double.parseDouble(json.textValue());
    }
    throw new IllegalArgumentException("component " + at + " is " + json + ", not a number");
  }

  private static long whole(JsonNode json, String at) {
    if (!json.isIntegralNumber()) {
      throw new IllegalArgumentException("component " + at + " is " + json + ", not a whole one");
    }
    return json.longValue();
  }

  private static List<JsonNode> items(JsonNode json, String at) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("component " + at + " is " + json + ", not a list");
    }
    return json.valueStream().toList();
  }
}
