package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLinesTest {
  private static final String[] NAMES = {
    "response", "thinking", "done", "model", "error", "done_reason", "eval_count", "new", ""
  };
  private static final String[] VALUES = {
    "\"ü\\n\\\"😀\"",
    "\"\"",
    "\" the\"",
    "null",
    "true",
    "false",
    "1",
    "-1.5e3",
    "[true,[]]",
    "{\"response\":\"no\",\"done\":true}",
    "tru",
    "\"",
    "}",
    "01"
  };

  private final StreamLineParser parser = new StreamLineParser(1 << 20);
  private final TokenLines tokens = new TokenLines(parser);

  private boolean read(String line) {
    var bytes = ("]" + line + "}").getBytes(UTF_8);
    return tokens.read(bytes, 1, bytes.length - 2);
  }

  @Test
  void readsOneLineAfterTheOtherWhateverTheirFieldsAndOrder() {
    assertThat(read("{\"model\":\"m\",\"response\":\"a\",\"done\":false}")).isTrue();
    assertThat(tokens.response()).isEqualTo("a");

    assertThat(read(" {\"done\" : false, \"thinking\" : \"\\u00fc\", \"more\":[{\"a\":[]}]}"))
        .isTrue();
    assertThat(tokens.response()).isEmpty();
    assertThat(tokens.thinking()).isEqualTo("ü");

    assertThat(read("{\"response\":\"" + "ä".repeat(20_000) + "\"}")).isTrue();
    assertThat(tokens.response()).hasSize(20_000);
    assertThat(tokens.thinking()).isEmpty();

    assertThat(read("{}")).isTrue();
    assertThat(tokens.response()).isEmpty();
  }

  @Test
  void readsMoreFieldsThanItRemembers() {
    var fields = new StringBuilder("{");
    IntStream.range(0, 40).forEach(i -> fields.append("\"f" + i + "\":" + i + ","));

    for (var i = 0; i < 3; i++) {
      assertThat(read(fields + "\"response\":\"a" + i + "\"}")).isTrue();
      assertThat(tokens.response()).isEqualTo("a" + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{\"response\":\"a\"",
        "{}{}",
        "{}x",
        "{}t",
        "{}\"",
        "{} 1",
        "{\"done\":true}",
        "{\"error\":null}",
        "{\"done_reason\":\"\"}",
        "{\"eval_count\":1}",
        "{\"response\":null}",
        "{\"response\":7}",
        "{\"thinking\":[]}",
        "{\"a\":[}"
      })
  void leavesEveryOtherLineAloneAndGoesOn(String other) {
    assertThat(read(other)).isFalse();

    assertThat(read("{\"response\":\"b\"}")).isTrue();
    assertThat(tokens.response()).isEqualTo("b");
  }

  @Test
  void leavesAnswersAloneWhoseLinesAreOfAnotherKind() {
    for (var i = 0; i < 4; i++) {
      assertThat(read("{\"done_reason\":\"\"}")).isFalse();
    }

    assertThat(read("{\"response\":\"b\"}")).isFalse();
  }

  @Test
  void neverReadsALineInAnotherWayThanTheParserOfSingleLines() {
    var random = new Random(116);
    var read = 0;
    for (var i = 0; i < 20_000; i++) {
      var line = line(random);
      var bytes = line.getBytes(UTF_8);
      var ofThisLine = new TokenLines(parser);
      ofThisLine.read("{\"model\":\"m\",\"response\":\"\"}".getBytes(UTF_8), 0, 27);
      if (ofThisLine.read(bytes, 0, bytes.length)) {
        read++;
        assertThat(parsed(line))
            .as(line)
            .contains(
                new StreamLine(
                    ofThisLine.response(),
                    ofThisLine.thinking(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    ServerTimings.UNKNOWN));
      }
    }
    assertThat(read).as("lines read").isGreaterThan(1_000);
  }

  private Optional<StreamLine> parsed(String line) {
    var bytes = line.getBytes(UTF_8);
    try {
      return Optional.of(parser.parse(bytes, 0, bytes.length));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String line(Random random) {
    var line = new StringBuilder("{");
    var fields = random.nextInt(5);
    for (var i = 0; i < fields; i++) {
      line.append(i == 0 ? "\"" : ",\"")
          .append(NAMES[random.nextInt(NAMES.length)])
          .append("\":")
          .append(VALUES[random.nextInt(random.nextInt(3) == 0 ? VALUES.length : 6)]);
    }
    line.append('}');
    if (random.nextInt(8) == 0) {
      line.deleteCharAt(random.nextInt(line.length()));
    }
    return line + (random.nextInt(20) == 0 ? VALUES[random.nextInt(VALUES.length)] : "");
  }
}
