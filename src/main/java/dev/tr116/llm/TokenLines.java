package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one answer that carry text and nothing else, which are nearly all, with one
 * parser for all of them: to make a parser takes longer than to read such a line. What any other
 * line means, and whether it is one, is for {@link StreamLineParser} to say.
 */
final class TokenLines {
  private static final int NAMES = 16;
  private static final int MOST_PARSERS = 4;
  private static final SerializableString NO_NAME = new SerializedString("");
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  private final StreamLineParser lines;
  private final Line line = new Line();

  /** The names of the line before, in order: most likely those of the next one. */
  private final SerializableString[] names = new SerializableString[NAMES];

  private @Nullable JsonParser parser;
  private int parsers;
  private String response = "";
  private String thinking = "";

  /** With parsers that accept what those of {@code lines} do. */
  TokenLines(StreamLineParser lines) {
    this.lines = lines;
    Arrays.fill(names, NO_NAME);
  }

  /** Whether it is such a line; then its text is here until the next one. */
  boolean read(byte[] bytes, int offset, int length) {
    if (parser == null && parsers == MOST_PARSERS) {
      return false;
    }
    line.is(bytes, offset, length);
    try {
      if (isTokenLine(parser())) {
        return true;
      }
    } catch (IOException broken) {
      // Who reads it again says what is wrong.
    }
    leaveParser();
    return false;
  }

  /** The answer text of the line; empty when it carries none. */
  String response() {
    return response;
  }

  /** The thinking text of the line; empty when it carries none. */
  String thinking() {
    return thinking;
  }

  private boolean isTokenLine(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    response = "";
    thinking = "";
    for (var place = 0; isField(json, place); place++) {
      if (!take(json.currentName(), json)) {
        return false;
      }
    }
    return json.currentToken() == JsonToken.END_OBJECT && json.releaseBuffered(NOWHERE) == 0;
  }

  private boolean isField(JsonParser json, int place) throws IOException {
    if (place >= NAMES) {
      return json.nextToken() == JsonToken.FIELD_NAME;
    }
    if (json.nextFieldName(names[place])) {
      return true;
    }
    if (json.currentToken() != JsonToken.FIELD_NAME) {
      return false;
    }
    names[place] = new SerializedString(json.currentName());
    return true;
  }

  /** Whether the field leaves the line one that carries text and nothing else. */
  private boolean take(String name, JsonParser json) throws IOException {
    var value = json.nextToken();
    return switch (name) {
      case "response" -> {
        response = value == JsonToken.VALUE_STRING ? json.getText() : "";
        yield value == JsonToken.VALUE_STRING;
      }
      case "thinking" -> {
        thinking = value == JsonToken.VALUE_STRING ? json.getText() : "";
        yield value == JsonToken.VALUE_STRING;
      }
      case "done" -> value == JsonToken.VALUE_FALSE;
      // What means something in a last line, and may be wrong in any.
      case "error",
          "done_reason",
          "total_duration",
          "load_duration",
          "prompt_eval_count",
          "prompt_eval_cached_count",
          "prompt_eval_duration",
          "eval_count",
          "eval_duration" ->
          false;
      default -> {
        if (!value.isScalarValue()) {
          json.skipChildren();
        }
        yield true;
      }
    };
  }

  private JsonParser parser() throws IOException {
    if (parser == null) {
      parsers++;
      parser = lines.over(line);
    }
    return parser;
  }

  /** It stands within a line. */
  private void leaveParser() {
    try {
      if (parser != null) {
        parser.close();
      }
      parser = null;
    } catch (IOException e) {
      throw new UncheckedIOException("nothing to close but memory", e);
    }
  }

  /** One line after the other, each with an end. */
  private static final class Line extends InputStream {
    private byte[] bytes = {};
    private int at;
    private int end;

    void is(byte[] line, int offset, int length) {
      bytes = line;
      at = offset;
      end = offset + length;
    }

    @Override
    public int read() {
      return at < end ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      var count = Math.min(length, end - at);
      System.arraycopy(bytes, at, target, offset, count);
      at += count;
      return count == 0 ? -1 : count;
    }
  }
}
