package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiFiguresTest {
  private static ServerTimings told(String... chunks) throws IOException {
    var figures = new OpenAiFigures();
    for (var chunk : chunks) {
      var bytes = chunk.getBytes(UTF_8);
      figures.take(new OpenAiChunk.Parser(1000).parse(bytes, 0, bytes.length));
    }
    return figures.timings();
  }

  private static ServerTimings usage(String fields) throws IOException {
    return told("{\"usage\":{" + fields + "}}");
  }

  @Test
  void nothingIsKnownOfWhatNobodyTold() throws IOException {
    assertThat(told("{}", "{\"usage\":null,\"timings\":[]}")).isEqualTo(ServerTimings.UNKNOWN);
  }

  @Test
  void laterChunksKnowMoreAndSilentOnesTakeNothingBack() throws IOException {
    var timings =
        told(
            "{\"usage\":{\"completion_tokens\":1},\"timings\":{\"prompt_ms\":1,\"predicted_ms\":2}}",
            "{\"usage\":{\"completion_tokens\":2}}",
            "{\"usage\":null}");

    assertThat(timings.evalCount()).hasValue(2);
    assertThat(timings.promptEvalNanos()).hasValue(1_000_000);
    assertThat(timings.evalNanos()).hasValue(2_000_000);
  }

  @Test
  void oneDurationWithoutTheOtherIsNone() throws IOException {
    assertThat(told("{\"timings\":{\"prompt_ms\":1}}")).isEqualTo(ServerTimings.UNKNOWN);
    assertThat(told("{\"timings\":{\"predicted_ms\":1}}")).isEqualTo(ServerTimings.UNKNOWN);
    assertThat(told("{\"timings\":{\"prompt_ms\":1,\"predicted_ms\":-1}}"))
        .isEqualTo(ServerTimings.UNKNOWN);
  }

  @Test
  void durationsAreRoundedToNanoseconds() throws IOException {
    var timings = told("{\"timings\":{\"prompt_ms\":0,\"predicted_ms\":1.2345678}}");

    assertThat(timings.promptEvalNanos()).hasValue(0);
    assertThat(timings.evalNanos()).hasValue(1_234_568);
  }

  @Test
  void aDurationOfMoreThanAMonthIsNone() throws IOException {
    assertThat(told("{\"timings\":{\"prompt_ms\":2592000000,\"predicted_ms\":1}}").evalNanos())
        .hasValue(1_000_000);
    assertThat(told("{\"timings\":{\"prompt_ms\":2592000000.5,\"predicted_ms\":1}}").evalNanos())
        .isEmpty();
  }

  @Test
  void cachedTokensAreToldOrWhatTheServerNeedNotRead() throws IOException {
    assertThat(usage("\"prompt_tokens\":9,\"prompt_tokens_details\":{\"cached_tokens\":4}"))
        .extracting(ServerTimings::promptEvalCachedCount)
        .isEqualTo(OptionalLong.of(4));
    assertThat(told("{\"usage\":{\"prompt_tokens\":9},\"timings\":{\"prompt_n\":2}}"))
        .extracting(ServerTimings::promptEvalCachedCount)
        .isEqualTo(OptionalLong.of(7));
    assertThat(
            told("{\"usage\":{\"prompt_tokens\":9},\"timings\":{\"prompt_n\":9}}")
                .promptEvalCachedCount())
        .hasValue(0);
  }

  @Test
  void moreTokensReadThanThePromptHasTellNothingOfACache() throws IOException {
    assertThat(
            told("{\"usage\":{\"prompt_tokens\":9},\"timings\":{\"prompt_n\":10}}")
                .promptEvalCachedCount())
        .isEmpty();
    assertThat(told("{\"timings\":{\"prompt_n\":2}}").promptEvalCachedCount()).isEmpty();
    assertThat(usage("\"prompt_tokens\":9").promptEvalCachedCount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.0", "\"7\"", "1000000001", "18446744073709551617", "null"})
  void aCountIsAPlausibleWholeNumberOrAbsent(String value) throws IOException {
    assertThat(usage("\"completion_tokens\":" + value).evalCount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 1_000_000_000})
  void aPlausibleCountIsTaken(long value) throws IOException {
    assertThat(usage("\"completion_tokens\":" + value).evalCount()).hasValue(value);
  }
}
