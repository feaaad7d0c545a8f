package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tr116.llm.LineTemplate.Gap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the token lines of a protocol have their text, and what else may differ from one to the
 * next without meaning anything.
 *
 * @param texts JSON pointers of the strings that may be a line's text
 * @param unread JSON pointers of strings and whole numbers that nobody reads
 */
record TextPlaces(Set<String> texts, Set<String> unread) {
  private static final JsonFactory JSON = new JsonFactory();

  TextPlaces {
    texts = Set.copyOf(texts);
    unread = Set.copyOf(unread);
  }

  /**
   * The template of a line that was parsed.
   *
   * @param text what the line says, and nothing else
   * @return empty when that does not stand in one place of it
   */
  Optional<LineTemplate> template(byte[] bytes, int offset, int length, String text) {
    List<Gap> gaps = new ArrayList<>();
    var line = Arrays.copyOfRange(bytes, offset, offset + length);
    try (var json = JSON.createParser(line)) {
      while (json.nextToken() != null) {
        gap(json, line, text).ifPresent(gaps::add);
      }
    } catch (IOException e) {
      // Longer or deeper than is worth a template.
      return Optional.empty();
    }
    return gaps.stream().filter(Gap::isText).count() == 1
        ? Optional.of(new LineTemplate(line, gaps))
        : Optional.empty();
  }

  private Optional<Gap> gap(JsonParser json, byte[] line, String text) throws IOException {
    var token = json.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      return Optional.empty();
    }
    var place = json.getParsingContext().pathAsPointer().toString();
    var isNumber = token == JsonToken.VALUE_NUMBER_INT;
    var isText = !isNumber && texts.contains(place) && json.getText().equals(text);
    if (!isText && !unread.contains(place)) {
      return Optional.empty();
    }
    json.finishToken();
    var start = (int) json.currentTokenLocation().getByteOffset();
    var end = (int) json.currentLocation().getByteOffset();
    if (isNumber) {
      return Optional.of(new Gap(start, end, true, false));
    }
    return start >= 0 && line[start] == '"' && line[end - 1] == '"'
        ? Optional.of(new Gap(start + 1, end - 1, false, isText))
        : Optional.empty();
  }
}
