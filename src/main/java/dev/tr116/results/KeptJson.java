package dev.tr116.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A JSON object of a kept file; whatever is not as a record writes it is refused with the file and
 * the field.
 *
 * @param file it stands in
 * @param at the path of this object in the file, e.g. {@code agents[0].}
 * @param node the object
 */
record KeptJson(Path file, String at, JsonNode node) {
  /** No time in ms, no rate and no percentage of a run reaches that. */
  private static final double ABSURD = 1e12;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(Json.fastNumbers())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /**
   * The object in a file.
   *
   * @throws UnreadableRecordException when it is missing or no JSON object
   */
  static KeptJson read(Path file) {
    try {
      return new KeptJson(file, "", object(MAPPER.readTree(Files.readAllBytes(file)), file));
    } catch (JsonProcessingException broken) {
      var where = broken.getLocation();
      throw broken(file, broken, where == null ? "" : " in line " + where.getLineNr());
    } catch (NoSuchFileException missing) {
      throw new UnreadableRecordException(file, "is missing", missing);
    } catch (IOException unreadable) {
      throw new UnreadableRecordException(file, "cannot be read: " + unreadable, unreadable);
    }
  }

  /** Whether there is such a field; older records lack some. */
  boolean has(String field) {
    return node.has(field);
  }

  /**
   * The object in one line of a file.
   *
   * @throws UnreadableRecordException when it holds no JSON object
   */
  static KeptJson line(Path file, int number, String text) {
    try {
      return new KeptJson(file, "line " + number + ": ", object(MAPPER.readTree(text), file));
    } catch (JsonProcessingException broken) {
      throw broken(file, broken, " in line " + number);
    }
  }

  private static JsonNode object(JsonNode node, Path file) {
    if (!node.isObject()) {
      throw new UnreadableRecordException(file, "holds no JSON object");
    }
    return node;
  }

  private static UnreadableRecordException broken(
      Path file, JsonProcessingException broken, String where) {
    return new UnreadableRecordException(
        file, "is no JSON: " + broken.getOriginalMessage() + where, broken);
  }

  /** A text that must be there. */
  String text(String field) {
    return optionalText(field).orElseThrow(() -> wrong(field, "holds no text"));
  }

  /** A text that may be {@code null}. */
  Optional<String> optionalText(String field) {
    var value = value(field);
    if (value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(field, "is " + shown(value) + " instead of a text");
    }
    return Optional.of(value.textValue());
  }

  /** A text of an object in which fields may be missing. */
  Optional<String> optionalField(String field) {
    return has(field) ? optionalText(field) : Optional.empty();
  }

  /** A flag that may be {@code null}. */
  Optional<Boolean> optionalFlag(String field) {
    var value = value(field);
    if (!value.isNull() && !value.isBoolean()) {
      throw wrong(field, "is " + shown(value) + " instead of true or false");
    }
    return value.isNull() ? Optional.empty() : Optional.of(value.booleanValue());
  }

  /** A flag that must be there. */
  boolean flag(String field) {
    return optionalFlag(field).orElseThrow(() -> wrong(field, "holds no flag"));
  }

  /** A text read as something else. */
  <T> T parsed(String field, Function<String, T> parser) {
    var text = text(field);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException unfit) {
      throw wrong(field, "is '" + text + "': " + unfit.getMessage());
    }
  }

  /** A moment. */
  Instant instant(String field) {
    return parsed(field, Instant::parse);
  }

  /** A figure that may be {@code null}: a number from 0 that some measurement can give. */
  OptionalDouble figure(String field) {
    var value = value(field);
    if (value.isNull()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw wrong(field, "is " + shown(value) + " instead of a number");
    }
    var number = value.doubleValue();
    if (!(number >= 0 && number < ABSURD)) {
      throw wrong(field, "is " + shown(value) + ", which no measurement gives");
    }
    return OptionalDouble.of(number);
  }

  /** A whole number that must be there. */
  int wholeNumber(String field, int least) {
    var value = value(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
      throw wrong(field, "is " + shown(value) + " instead of a whole number from " + least);
    }
    return value.intValue();
  }

  /** A whole number that may be {@code null}. */
  Optional<Long> optionalCount(String field) {
    var value = value(field);
    if (value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw wrong(field, "is " + shown(value) + " instead of a whole number from 0");
    }
    return Optional.of(value.longValue());
  }

  /** An object inside. */
  KeptJson object(String field) {
    var value = value(field);
    if (!value.isObject()) {
      throw wrong(field, "is " + shown(value) + " instead of an object");
    }
    return new KeptJson(file, at + field + ".", value);
  }

  /** An object inside that may be {@code null}, and is missing in older records. */
  Optional<KeptJson> optionalObject(String field) {
    return node.path(field).isMissingNode() || value(field).isNull()
        ? Optional.empty()
        : Optional.of(object(field));
  }

  /** The objects of a list inside. */
  List<KeptJson> objects(String field) {
    var value = list(field);
    var objects = new java.util.ArrayList<KeptJson>();
    for (var i = 0; i < value.size(); i++) {
      if (!value.get(i).isObject()) {
        throw wrong(field + "[" + i + "]", "is no object");
      }
      objects.add(new KeptJson(file, at + field + "[" + i + "].", value.get(i)));
    }
    return List.copyOf(objects);
  }

  /** The texts of a list inside. */
  List<String> texts(String field) {
    return list(field)
        .valueStream()
        .map(
            each -> {
              if (!each.isTextual()) {
                throw wrong(field, "holds " + shown(each) + " instead of a text");
              }
              return each.textValue();
            })
        .toList();
  }

  /** Every value of this object, in its own type. */
  Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>();
    node.properties().forEach(field -> values.put(field.getKey(), plain(field.getKey())));
    return values;
  }

  /** Every value of this object, which holds nothing but texts. */
  Map<String, String> textValues() {
    var values = new LinkedHashMap<String, String>();
    node.properties().forEach(field -> values.put(field.getKey(), text(field.getKey())));
    return values;
  }

  UnreadableRecordException wrong(String field, String why) {
    return new UnreadableRecordException(file, "field " + at + field + " " + why);
  }

  private Object plain(String field) {
    var value = value(field);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())) {
      return value.doubleValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return text(field);
  }

  private JsonNode list(String field) {
    var value = value(field);
    if (!value.isArray()) {
      throw wrong(field, "is " + shown(value) + " instead of a list");
    }
    return value;
  }

  private JsonNode value(String field) {
    var value = node.get(field);
    if (value == null) {
      throw wrong(field, "is missing");
    }
    return value;
  }

  private static String shown(JsonNode value) {
    var text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
