package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChunkTest {
  private static OpenAiChunk parse(String chunk) throws IOException {
    var bytes = ("##" + chunk + "##").getBytes(UTF_8);
    return new OpenAiChunk.Parser(1000).parse(bytes, 2, bytes.length - 4);
  }

  private static OpenAiChunk delta(String fields) throws IOException {
    return parse(OpenAiCalls.delta(fields));
  }

  @Test
  void chatAndCompletionsHaveTheirTextInPlacesOfTheirOwn() throws IOException {
    assertThat(delta("\"content\":\"ü\"").text()).isEqualTo("ü");
    assertThat(parse("{\"choices\":[{\"text\":\"b\"}]}").text()).isEqualTo("b");
  }

  @Test
  void reasoningSaidTwiceCountsOnce() throws IOException {
    assertThat(delta("\"reasoning_content\":\"a\",\"reasoning\":\"a\"").thinking()).isEqualTo("a");
    assertThat(delta("\"reasoning\":\"b\"").thinking()).isEqualTo("b");
    assertThat(delta("\"reasoning_content\":\"\",\"reasoning\":\"c\"").thinking()).isEqualTo("c");
  }

  @Test
  void theChoiceAskedForIsTheFirstWhereverItStands() throws IOException {
    assertThat(
            parse("{\"choices\":[{\"index\":1,\"text\":\"no\"},{\"index\":0,\"text\":\"yes\"}]}")
                .text())
        .isEqualTo("yes");
    assertThat(parse("{\"choices\":[{\"index\":1,\"text\":\"no\"}]}").text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"choices\":null}", "{\"choices\":[]}"})
  void aChunkMayCarryNoChoice(String chunk) throws IOException {
    var read = parse(chunk);

    assertThat(read.text()).isEmpty();
    assertThat(read.thinking()).isEmpty();
    assertThat(read.finishReason()).isEmpty();
    assertThat(read.error()).isEmpty();
  }

  @Test
  void aReasonIsTextThatIsNotEmpty() throws IOException {
    assertThat(parse(OpenAiCalls.finish("stop")).finishReason()).contains("stop");
    assertThat(parse(OpenAiCalls.finish("")).finishReason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"error\":\"busy\"}', busy",
    "'{\"error\":{\"message\":\"busy\"}}', busy",
    "'{\"error\":{\"message\":\" \"}}', an error without a text",
    "'{\"error\":\" \"}', an error without a text",
    "'{\"object\":\"error\",\"message\":\"busy\"}', busy",
    "'{\"object\":\"error\"}', an error without a text"
  })
  void anErrorHasManyForms(String chunk, String error) throws IOException {
    assertThat(parse(chunk).error()).contains(error);
    assertThat(parse("{\"error\":null,\"object\":\"chunk\"}").error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "{\"choices\":",
        "{}{}",
        "{\"choices\":{}}",
        "{\"choices\":\"a\"}",
        "{\"choices\":[{\"text\":7}]}",
        "{\"choices\":[{\"delta\":{\"content\":{}}}]}",
        "{\"choices\":[{\"delta\":{\"reasoning\":true}}]}",
        "{\"choices\":[{\"finish_reason\":1}]}"
      })
  void whatIsNoChunkIsRefused(String chunk) {
    assertThatThrownBy(() -> parse(chunk)).isInstanceOf(IOException.class);
  }

  @Test
  void textAboveTheLimitIsRefused() throws IOException {
    assertThat(delta("\"content\":\"" + "x".repeat(1000) + "\"").text()).hasSize(1000);
    assertThatThrownBy(() -> delta("\"content\":\"" + "x".repeat(5000) + "\""))
        .isInstanceOf(IOException.class);
  }
}
