package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads lines of {@code /api/generate} in place, without a tree. Unknown fields are passed over. A
 * text field of another type than text makes the line malformed; a counter that is no plausible
 * number is as good as absent.
 */
final class StreamLineParser {
  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final long MOST_NANOS = 30L * 24 * 3600 * 1_000_000_000L;

  private final JsonFactory json;

  /** Reads lines of up to {@code limit} bytes. */
  StreamLineParser(int limit) {
    json =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(limit).build())
            .build();
  }

  /**
   * Reads one line.
   *
   * @throws IOException when it is no JSON object of the protocol
   */
  StreamLine parse(byte[] bytes, int offset, int length) throws IOException {
    try (var parser = json.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no object");
      }
      var line = new Fields();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        line.read(name, parser);
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one object");
      }
      return line.line();
    }
  }

  /** The fields of one line as far as they were read. */
  private static final class Fields {
    private String response = "";
    private String thinking = "";
    private Optional<String> error = Optional.empty();
    private boolean done;
    private Optional<String> doneReason = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private OptionalLong load = OptionalLong.empty();
    private OptionalLong promptCount = OptionalLong.empty();
    private OptionalLong promptCachedCount = OptionalLong.empty();
    private OptionalLong promptNanos = OptionalLong.empty();
    private OptionalLong evalCount = OptionalLong.empty();
    private OptionalLong evalNanos = OptionalLong.empty();

    void read(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "response" -> response = text(parser);
        case "thinking" -> thinking = text(parser);
        case "error" -> error = errorText(parser);
        case "done" -> done = parser.currentToken() == JsonToken.VALUE_TRUE;
        case "done_reason" -> doneReason = Optional.of(text(parser)).filter(t -> !t.isEmpty());
        case "total_duration" -> total = upTo(MOST_NANOS, parser);
        case "load_duration" -> load = upTo(MOST_NANOS, parser);
        case "prompt_eval_count" -> promptCount = upTo(MOST_TOKENS, parser);
        case "prompt_eval_cached_count" -> promptCachedCount = upTo(MOST_TOKENS, parser);
        case "prompt_eval_duration" -> promptNanos = upTo(MOST_NANOS, parser);
        case "eval_count" -> evalCount = upTo(MOST_TOKENS, parser);
        case "eval_duration" -> evalNanos = upTo(MOST_NANOS, parser);
        default -> {
          // Newer servers say more.
        }
      }
      parser.skipChildren();
    }

    StreamLine line() {
      var timings =
          done
              ? new ServerTimings(
                  total, load, promptCount, promptCachedCount, promptNanos, evalCount, evalNanos)
              : ServerTimings.UNKNOWN;
      return new StreamLine(response, thinking, error, done, doneReason, timings);
    }

    private static String text(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case VALUE_STRING -> parser.getText();
        case VALUE_NULL -> "";
        default -> throw new JsonParseException(parser, parser.currentName() + " is no text");
      };
    }

    private static Optional<String> errorText(JsonParser parser) throws IOException {
      return switch (parser.currentToken()) {
        case VALUE_NULL -> Optional.empty();
        case VALUE_STRING -> Optional.of(parser.getText());
        default -> Optional.of("an error without a text");
      };
    }

    private static OptionalLong upTo(long most, JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
          || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        return OptionalLong.empty();
      }
      var value = parser.getLongValue();
      return value < 0 || value > most ? OptionalLong.empty() : OptionalLong.of(value);
    }
  }
}
