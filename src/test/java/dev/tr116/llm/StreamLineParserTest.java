package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamLineParserTest {
  private static final Map<String, Function<ServerTimings, OptionalLong>> COUNTERS =
      Map.of(
          "total_duration", ServerTimings::totalNanos,
          "load_duration", ServerTimings::loadNanos,
          "prompt_eval_count", ServerTimings::promptEvalCount,
          "prompt_eval_cached_count", ServerTimings::promptEvalCachedCount,
          "prompt_eval_duration", ServerTimings::promptEvalNanos,
          "eval_count", ServerTimings::evalCount,
          "eval_duration", ServerTimings::evalNanos);

  private static StreamLine parse(String line) throws IOException {
    var bytes = line.getBytes(UTF_8);
    return new StreamLineParser(1000).parse(bytes, 0, bytes.length);
  }

  private static OptionalLong counter(String name, String value) throws IOException {
    var line = parse("{\"done\":true,\"" + name + "\":" + value + "}");
    return COUNTERS.get(name).apply(line.timings());
  }

  @Test
  void readsThePartOfTheBytesThatIsTheLine() throws IOException {
    var bytes = "]]{\"response\":\"ü\"}}}".getBytes(UTF_8);

    assertThat(new StreamLineParser(1000).parse(bytes, 2, bytes.length - 4).response())
        .isEqualTo("ü");
  }

  @Test
  void aFieldThatIsNullIsAsGoodAsAbsent() throws IOException {
    var line = parse("{\"response\":null,\"thinking\":null,\"error\":null,\"done_reason\":null}");

    assertThat(line).isEqualTo(parse("{}"));
    assertThat(line.error()).isEmpty();
    assertThat(line.doneReason()).isEmpty();
  }

  @Test
  void whatNewerServersSayIsPassedOverWithAllThatIsInIt() throws IOException {
    var line =
        parse(
            "{\"new\":{\"response\":\"no\",\"done\":true},\"list\":[{\"error\":\"no\"}],"
                + "\"done\":[true],\"response\":\"yes\"}");

    assertThat(line.response()).isEqualTo("yes");
    assertThat(line.done()).isFalse();
    assertThat(line.error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false", "null,false", "1,false", "'\"true\"',false"})
  void onlyTrueIsDone(String value, boolean done) throws IOException {
    assertThat(parse("{\"done\":" + value + "}").done()).isEqualTo(done);
  }

  @Test
  void anEmptyReasonIsNone() throws IOException {
    assertThat(parse("{\"done\":true,\"done_reason\":\"\"}").doneReason()).isEmpty();
    assertThat(parse("{\"done\":true,\"done_reason\":\"stop\"}").doneReason()).contains("stop");
  }

  @Test
  void anErrorOfAnyTypeIsAnError() throws IOException {
    assertThat(parse("{\"error\":\"out of memory\"}").error()).contains("out of memory");
    assertThat(parse("{\"error\":{\"code\":1}}").error()).contains("an error without a text");
    assertThat(parse("{\"error\":false}").error()).contains("an error without a text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "\"a\"", "1", "null", "{", "{\"response\":\"a\"", "{}{}", "{}x"})
  void whatIsNotOneObjectIsRefused(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"response", "thinking", "done_reason"})
  void textOfAnotherTypeIsRefusedByName(String field) {
    assertThatThrownBy(() -> parse("{\"" + field + "\":7}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(field + " is no text");
  }

  @Test
  void textAboveTheLimitIsRefused() throws IOException {
    assertThat(parse("{\"response\":\"" + "x".repeat(1000) + "\"}").response()).hasSize(1000);
    assertThatThrownBy(() -> parse("{\"response\":\"" + "x".repeat(5000) + "\"}"))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "total_duration,2592000000000000",
    "load_duration,2592000000000000",
    "prompt_eval_duration,2592000000000000",
    "eval_duration,2592000000000000",
    "prompt_eval_count,1000000000",
    "prompt_eval_cached_count,1000000000",
    "eval_count,1000000000"
  })
  void aCounterIsAPlausibleWholeNumberOrAbsent(String name, long most) throws IOException {
    assertThat(counter(name, "0")).hasValue(0);
    assertThat(counter(name, "7")).hasValue(7);
    assertThat(counter(name, "" + most)).hasValue(most);
    assertThat(counter(name, "" + (most + 1))).isEmpty();
    assertThat(counter(name, "-1")).isEmpty();
    assertThat(counter(name, "1.5")).isEmpty();
    assertThat(counter(name, "\"7\"")).isEmpty();
    assertThat(counter(name, "[7]")).isEmpty();
    assertThat(counter(name, "18446744073709551617")).isEmpty();
  }

  @Test
  void countersCountInTheLastLineOnly() throws IOException {
    assertThat(parse("{\"eval_count\":7,\"done\":false}").timings())
        .isEqualTo(ServerTimings.UNKNOWN);
    assertThat(parse("{\"eval_count\":7,\"done\":true}").timings().evalCount()).hasValue(7);
  }
}
