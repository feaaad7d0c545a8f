package dev.tr116.artifacts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The keys at the top of a JSON document. */
final class JsonOutline {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonOutline() {}

  /** E.g. {@code keys model, agents}; a document that breaks off shows what stood before. */
  static String of(FileHead head) {
    var keys = new NameList();
    try (var parser = JSON.createParser(head.text())) {
      var first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        readKeys(parser, keys);
        return keys.count() == 0 ? "an object without keys" : "keys " + keys;
      }
      if (first == JsonToken.START_ARRAY) {
        return "a list of " + items(parser);
      }
      return first == null ? "empty" : "a single value";
    } catch (JsonProcessingException broken) {
      return head.isWhole()
          ? "broken JSON" + (keys.count() == 0 ? "" : ", keys " + keys)
          : part(keys);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory can always be read", impossible);
    }
  }

  private static String part(NameList keys) {
    return keys.count() == 0 ? "too long to read" : "keys " + keys + " in its beginning";
  }

  private static void readKeys(JsonParser parser, NameList keys) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      keys.add(parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static String items(JsonParser parser) throws IOException {
    var items = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items++;
      parser.skipChildren();
    }
    return items + (items == 1 ? " item" : " items");
  }
}
