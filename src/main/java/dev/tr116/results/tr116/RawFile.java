package dev.tr116.results.tr116;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON document, or a part of one, whose figures are asked for by JSON pointer and checked.
 *
 * @param source the file and the part of it, for messages
 * @param node what is there
 */
record RawFile(String source, JsonNode node) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static RawFile read(Path file) {
    try {
      var node = MAPPER.readTree(Files.readString(file));
      if (node == null || node.isMissingNode()) {
        throw new ImportException(file.toString(), "is empty");
      }
      return new RawFile(file.toString(), node);
    } catch (JsonProcessingException broken) {
      throw new ImportException(
          file.toString(),
          "is no JSON, or was cut off (%s)".formatted(broken.getOriginalMessage()));
    } catch (IOException unreadable) {
      throw new ImportException(file.toString(), "cannot be read (%s)".formatted(unreadable));
    }
  }

  boolean has(String pointer) {
    return !node.at(pointer).isMissingNode() && !node.at(pointer).isNull();
  }

  RawFile part(String pointer) {
    if (!has(pointer)) {
      throw lacks(pointer);
    }
    return new RawFile(source + pointer, node.at(pointer));
  }

  /** The elements of a list that must not be empty. */
  List<RawFile> list(String pointer) {
    var list = node.at(pointer);
    if (!list.isArray() || list.isEmpty()) {
      throw lacks(pointer);
    }
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> new RawFile(source + pointer + "/" + i, list.get(i)))
        .toList();
  }

  String text(String pointer) {
    if (!node.at(pointer).isTextual()) {
      throw lacks(pointer);
    }
    return node.at(pointer).textValue();
  }

  int count(String pointer) {
    var number = number(pointer);
    if (number != Math.rint(number) || number < 1 || number > 1_000_000) {
      throw new ImportException(
          source, name(pointer) + " is " + number + "; expected is 1 or more");
    }
    return (int) number;
  }

  /** A duration in ms, given in ms. */
  OptionalDouble millis(String pointer) {
    return Plausible.duration(source, name(pointer), OptionalDouble.of(number(pointer)));
  }

  /** A wall time in ms, given in some unit. */
  OptionalDouble wall(String pointer, double toMillis) {
    return Plausible.wall(source, name(pointer), OptionalDouble.of(number(pointer) * toMillis));
  }

  OptionalDouble rate(String pointer) {
    return Plausible.rate(source, name(pointer), OptionalDouble.of(number(pointer)));
  }

  /** A context length, where the options name one. */
  OptionalLong context(String pointer) {
    return has(pointer) ? tokens(pointer) : OptionalLong.empty();
  }

  OptionalLong tokens(String pointer) {
    return Plausible.tokens(source, name(pointer), OptionalDouble.of(number(pointer)));
  }

  double number(String pointer) {
    var value = node.at(pointer);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw lacks(pointer);
    }
    return value.doubleValue();
  }

  private ImportException lacks(String pointer) {
    return new ImportException(
        source,
        "lacks %s, which every whole TR116 file has; measure the run again or leave it out"
            .formatted(name(pointer)));
  }

  private static String name(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }
}
