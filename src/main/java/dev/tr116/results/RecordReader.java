package dev.tr116.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tr116.trace.ChunkTimes;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the records that {@link RecordWriter} wrote, from a stream: a session has thousands. */
final class RecordReader {
  private final JsonParser json;

  private RecordReader(JsonParser json) {
    this.json = json;
  }

  /**
   * The record that was written so.
   *
   * @throws IllegalArgumentException naming the component that is missing or of another kind
   * @throws IOException when it is no JSON, or half of one
   */
  static <T extends Record> T read(JsonParser json, Class<T> type) throws IOException {
    json.nextToken();
    return type.cast(
        new RecordReader(json).value(type, new Place(Optional.empty(), type.getSimpleName())));
  }

  /** Where in a record something stands; spelled out only where something is wrong. */
  private record Place(Optional<Place> outside, String name) {
    Place inside(String component) {
      return new Place(Optional.of(this), component);
    }

    @Override
    public String toString() {
      return outside.map(place -> place + ".").orElse("") + name;
    }
  }

  /** The value that begins at the current token; afterwards that is its last. */
  private @Nullable Object value(Type type, Place at) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), at);
    }
    var raw = (Class<?>) type;
    if (raw == OptionalDouble.class) {
      return isNull() ? OptionalDouble.empty() : OptionalDouble.of(number(at));
    }
    if (raw == OptionalLong.class) {
      return isNull() ? OptionalLong.empty() : OptionalLong.of(whole(at));
    }
    if (raw == OptionalInt.class) {
      return isNull() ? OptionalInt.empty() : OptionalInt.of((int) whole(at));
    }
    if (raw == ChunkTimes.class) {
      return chunks(at);
    }
    return raw.isRecord() ? record(raw, at) : plain(raw, at);
  }

  private Object generic(Class<?> raw, Type[] of, Place at) throws IOException {
    if (raw == Optional.class) {
      return isNull() ? Optional.empty() : Optional.ofNullable(value(of[0], at));
    }
    requireList(at);
    return raw == List.class ? list(of[0], at) : map(of, at);
  }

  private List<@Nullable Object> list(Type of, Place at) throws IOException {
    var items = new ArrayList<@Nullable Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(of, at));
    }
    return items;
  }

  /** A list of pairs, as keys need not be texts. */
  private Map<@Nullable Object, @Nullable Object> map(Type[] of, Place at) throws IOException {
    var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireList(at);
      json.nextToken();
      var key = value(of[0], at);
      json.nextToken();
      map.put(key, value(of[1], at));
      if (json.nextToken() != JsonToken.END_ARRAY) {
        throw unfit(at, "a pair");
      }
    }
    return map;
  }

  /** Times as gaps in an object; in files of earlier versions as stamps in a list. */
  private ChunkTimes chunks(Place at) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return chunks(at, false);
    }
    if (!RecordWriter.GAPS.equals(json.nextFieldName())) {
      throw unfit(at, "an object of " + RecordWriter.GAPS);
    }
    json.nextToken();
    var times = chunks(at, true);
    if (json.nextToken() != JsonToken.END_OBJECT) {
      throw unfit(at, "an object of " + RecordWriter.GAPS + " alone");
    }
    return times;
  }

  private ChunkTimes chunks(Place at, boolean areGaps) throws IOException {
    requireList(at);
    var stamps = new long[256];
    var count = 0;
    var before = 0L;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == stamps.length) {
        stamps = Arrays.copyOf(stamps, 2 * count);
      }
      stamps[count] = (areGaps ? before : 0) + whole(at);
      before = stamps[count++];
    }
    return ChunkTimes.of(stamps, count);
  }

  private Object record(Class<?> type, Place at) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw unfit(at, "an object");
    }
    var shape = Shape.of(type);
    var components = shape.components();
    var arguments = new @Nullable Object[components.size()];
    var there = new boolean[components.size()];
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var place = shape.places().get(json.currentName());
      json.nextToken();
      if (place == null) {
        json.skipChildren();
      } else {
        var component = components.get(place);
        arguments[place] = value(component.type(), at.inside(component.name()));
        there[place] = true;
      }
    }
    for (var i = 0; i < there.length; i++) {
      if (!there[i]) {
        throw new IllegalArgumentException(
            "component " + at.inside(components.get(i).name()) + " is missing");
      }
    }
    try {
      return shape.constructor().newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(at + ": " + refused.getCause(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(type + " can always be made", impossible);
    }
  }

  private Object plain(Class<?> type, Place at) throws IOException {
    if (type == double.class || type == Double.class) {
      return number(at);
    }
    if (type == long.class || type == Long.class) {
      return whole(at);
    }
    if (type == int.class || type == Integer.class) {
      return (int) whole(at);
    }
    if (type == boolean.class || type == Boolean.class) {
      return flag(at);
    }
    return type == Object.class ? untyped(at) : text(type, at);
  }

  private Object text(Class<?> type, Place at) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw unfit(at, "a text");
    }
    var text = json.getText();
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
  private Object untyped(Place at) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE, VALUE_FALSE -> flag(at);
      default -> text(String.class, at);
    };
  }

  private boolean flag(Place at) throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw unfit(at, "true or false");
    }
    return json.getBooleanValue();
  }

  /** JSON has no word for infinity; it stands as a text. */
  private double number(Place at) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return Double.parseDouble(json.getText());
    }
    if (!json.currentToken().isNumeric()) {
      throw unfit(at, "a number");
    }
    return json.getDoubleValue();
  }

  private long whole(Place at) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unfit(at, "a whole number");
    }
    return json.getLongValue();
  }

  private void requireList(Place at) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw unfit(at, "a list");
    }
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private IllegalArgumentException unfit(Place at, String expected) {
    return new IllegalArgumentException(
        "component " + at + " begins with " + json.currentToken() + ", not with " + expected);
  }
}
