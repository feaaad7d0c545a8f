package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLinesTest {
  private static final String LINE =
      "{\"created_at\":\"2026-11-22T03:10:02.1Z\",\"n\":7,\"response\":\"%s\",\"done\":false}";
  private static final String[] PIECES = {
    " the", "", "\\n", "\\\"", "ü", "😀", "\uFFFD", "\"", "\\", "\n", "\u0001", "\"}", "}", "7",
    "07"
  };

  private final StreamLineParser parser = new StreamLineParser(1 << 20);
  private final KnownLines known =
      new KnownLines(new TextPlaces(Set.of("/response", "/thinking"), Set.of("/created_at", "/n")));
  private final TokenLines tokens = new TokenLines(known);

  /** Between other bytes, which must not count. */
  private boolean knows(String line) {
    var bytes = ("]" + line + "\"}").getBytes(UTF_8);
    return tokens.know(bytes, 1, bytes.length - 3);
  }

  private void learn(String line) {
    var bytes = ("]" + line + "}").getBytes(UTF_8);
    var parsed = parsed(line.getBytes(UTF_8)).orElseThrow();
    tokens.learn(bytes, 1, bytes.length - 2, parsed.response(), parsed.thinking());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " the", " and longer than eight bytes", "ü", "–", "😀", "}{:,"})
  void knowsALineThatDiffersInItsText(String text) {
    learn(LINE.formatted(" of"));

    assertThat(knows(LINE.formatted(text))).isTrue();
    assertThat(tokens.response()).isEqualTo(text);
    assertThat(tokens.thinking()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "2026-11-22T03:10:02.1Z, 2026-11-22T03:10:02.123456+01:00",
        "2026-11-22T03:10:02.1Z, ``",
        "7, 0",
        "7, 123456789012345678"
      })
  void knowsALineThatDiffersInWhatNobodyReads(String one, String other) {
    learn(LINE.formatted(" of"));

    assertThat(knows(LINE.replace(one, other).formatted(" a"))).isTrue();
    assertThat(tokens.response()).isEqualTo(" a");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "false, true",
        "false}, `false,\"error\":\"no\"}`",
        "false}, `false,\"eval_count\":3}`",
        "false}, false}}",
        "false}, false",
        "response, thinking",
        "7, 07",
        "7, ``",
        "7, -7",
        "7, 7.5",
        "7, 1234567890123456789",
        "2026, \\u0032",
        "2026, 2026\"",
        "2026, ü",
        "`\"%s\"`, null",
        "`\"%s\"`, `\"%s\\n\"`",
        "`\"%s\"`, `\"%s`",
        "%s, \uFFFD"
      })
  void doesNotKnowAnyOther(String one, String other) {
    learn(LINE.formatted(" of"));

    assertThat(knows(LINE.replace(one, other).formatted(" of"))).isFalse();
    assertThat(knows(LINE.formatted(" of"))).isTrue();
  }

  @Test
  void doesNotKnowABeginning() {
    var line = LINE.formatted(" of");
    learn(line);

    for (var length = 0; length < line.length(); length++) {
      assertThat(knows(line.substring(0, length))).as("%d bytes", length).isFalse();
    }
  }

  @Test
  void doesNotKnowATextThatIsNotUtf8() {
    learn(LINE.formatted(" of"));
    var bytes = LINE.formatted("\u00fc").getBytes(ISO_8859_1);

    assertThat(tokens.know(bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void knowsNothingBeforeItHasLearned() {
    assertThat(knows(LINE.formatted(" of"))).isFalse();
    assertThat(knows("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response\":\"\"}",
        "{\"response\":\"a\",\"thinking\":\"a\"}",
        "{\"response\":\"a\",\"response\":\"a\"}",
        "{\"more\":{\"response\":\"a\"}}"
      })
  void learnsNothingFromALineWithoutOneTextInOnePlace(String line) {
    learn(line);

    assertThat(knows(line)).isFalse();
  }

  @Test
  void learnsANewKindOnceItHasComeOften() {
    var thought = "{\"thinking\":\"%s\",\"response\":\"\",\"done\":false}";
    learn(thought.formatted("Hm"));
    assertThat(knows(thought.formatted("So"))).isTrue();
    assertThat(tokens.thinking()).isEqualTo("So");
    assertThat(tokens.response()).isEmpty();

    var lines = 0;
    for (; !knows(LINE.formatted("a")); lines++) {
      learn(LINE.formatted("a"));
    }

    assertThat(lines).isBetween(2, 100);
    assertThat(tokens.response()).isEqualTo("a");
    assertThat(tokens.thinking()).isEmpty();
  }

  @Test
  void beginsWithWhatAnotherAnswerHasLearned() {
    learn(LINE.formatted("a"));

    var other = new TokenLines(known);
    var line = LINE.formatted(" b").getBytes(UTF_8);

    assertThat(other.know(line, 0, line.length)).isTrue();
    assertThat(other.response()).isEqualTo(" b");
  }

  @Test
  void answersOfOneKindShareItsTemplate() {
    var others = new TokenLines(known);
    learn(LINE.formatted("a"));
    var learned = known.kinds();
    var line = LINE.formatted("b").getBytes(UTF_8);

    others.learn(line, 0, line.length, "b", "");

    assertThat(known.kinds()).isEqualTo(learned).hasSize(1);
    assertThat(others.know(line, 0, line.length)).isTrue();
  }

  @Test
  void knowsAKindThatWasLearnedBeforeOthers() {
    learn(LINE.formatted("a"));
    for (var model = 0; model < 7; model++) {
      learnAsNew("{\"model\":\"m" + model + "\",\"response\":\"a\",\"done\":false}");
    }
    var line = LINE.formatted("b").getBytes(UTF_8);

    assertThat(new TokenLines(known).know(line, 0, line.length)).isTrue();
  }

  @Test
  void forgetsKindsThatNobodyHasLearnedForLong() {
    learn(LINE.formatted("a"));
    for (var model = 0; model < 8; model++) {
      learnAsNew("{\"model\":\"m" + model + "\",\"response\":\"a\",\"done\":false}");
    }
    var line = LINE.formatted("b").getBytes(UTF_8);

    assertThat(known.kinds()).hasSize(8);
    assertThat(new TokenLines(known).know(line, 0, line.length)).isFalse();
  }

  private void learnAsNew(String line) {
    var bytes = line.getBytes(UTF_8);
    new TokenLines(known).learn(bytes, 0, bytes.length, "a", "");
  }

  @Test
  void answersOfTwoKindsEachKnowTheirOwn() {
    var other = new TokenLines(known);
    var thought = "{\"thinking\":\"so\",\"done\":false}".getBytes(UTF_8);
    learn(LINE.formatted("a"));

    other.learn(thought, 0, thought.length, "", "so");

    assertThat(other.know(thought, 0, thought.length)).isTrue();
    assertThat(other.thinking()).isEqualTo("so");
    assertThat(knows(LINE.formatted("c"))).isTrue();
    assertThat(tokens.response()).isEqualTo("c");
  }

  @Test
  void neverReadsALineInAnotherWayThanTheParser() {
    var random = new Random(116);
    var known = 0;
    for (var i = 0; i < 40_000; i++) {
      var ofThisLine =
          new TokenLines(new KnownLines(new TextPlaces(Set.of("/response"), Set.of("/a", "/b"))));
      var first = line(random).getBytes(UTF_8);
      parsed(first)
          .filter(line -> !line.done() && line.error().isEmpty())
          .ifPresent(
              line -> ofThisLine.learn(first, 0, first.length, line.response(), line.thinking()));
      var other = spoilt(random, line(random).getBytes(UTF_8));
      if (ofThisLine.know(other, 0, other.length)) {
        known++;
        assertThat(parsed(other))
            .as("%s after %s", new String(other, UTF_8), new String(first, UTF_8))
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
    assertThat(known).as("lines known").isGreaterThan(1_000);
  }

  private Optional<StreamLine> parsed(byte[] line) {
    try {
      return Optional.of(parser.parse(line, 0, line.length));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String line(Random random) {
    return "{\"a\":\""
        + piece(random)
        + "\",\"b\":"
        + (random.nextInt(10) == 0 ? piece(random) : random.nextInt(20))
        + ",\"response\":\""
        + piece(random)
        + piece(random)
        + "\",\"done\":"
        + (random.nextInt(10) == 0)
        + "}";
  }

  private static String piece(Random random) {
    return PIECES[random.nextInt(random.nextInt(4) == 0 ? PIECES.length : 6)];
  }

  private static byte[] spoilt(Random random, byte[] line) {
    if (random.nextInt(4) == 0) {
      line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return line;
  }
}
