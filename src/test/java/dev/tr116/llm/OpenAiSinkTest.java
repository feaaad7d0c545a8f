package dev.tr116.llm;

import static dev.tr116.llm.OpenAiCalls.SECRET;
import static dev.tr116.llm.OpenAiCalls.content;
import static dev.tr116.llm.OpenAiCalls.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSinkTest {
  private static final String DONE = "data: [DONE]\n\n";

  private final Recordings body =
      new Recordings(
          (request, recording) ->
              new OpenAiSink(request, recording, OpenAiSink.knownLines(), OpenAiCalls.key(SECRET)));

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  private void assertFailed(FailureKind kind, String... words) {
    assertThat(body.trace().failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure.message()).contains(words).doesNotContain(SECRET);
            });
  }

  @Test
  void anAnswerIsCompleteWithItsReasonAndItsEnd() {
    body.take(event(content("a")) + "data: ").take(content("b") + "\n\n");
    body.take(event(finish("stop"))).take(event("{\"usage\":{\"completion_tokens\":2}}"));
    assertThat(body.isDecided()).isFalse();

    var trace = body.take(DONE).end().trace();

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.answer()).isEqualTo("ab");
    assertThat(trace.stamps().firstContent()).hasValue(1);
    assertThat(trace.stamps().lastContent()).hasValue(2);
    assertThat(trace.stamps().done()).hasValue(5);
    assertThat(trace.doneReason()).contains("stop");
    assertThat(trace.server().evalCount()).hasValue(2);
  }

  @Test
  void theEndMayStandWithoutAnEmptyLine() {
    body.take(event(finish("stop")) + "data: [DONE]");

    assertThat(body.end().trace().failure()).isEmpty();
  }

  @Test
  void anEndWithoutAReasonIsACutAnswer() {
    body.take(event(content("a")) + DONE);

    assertFailed(FailureKind.TRUNCATED, OpenAiMessages.noFinishReason());
  }

  @Test
  void aReasonWithoutAnEndIsACutAnswer() {
    body.take(event(finish("stop"))).end();

    assertFailed(FailureKind.TRUNCATED, OpenAiMessages.noDone());
  }

  @Test
  void aBodyThatJustEndsIsACutAnswer() {
    body.take(event(content("a"))).end();

    assertFailed(FailureKind.TRUNCATED, OpenAiMessages.plainEnd());
  }

  @Test
  void aBrokenConnectionIsTold() {
    body.take(event(finish("stop"))).broken("Connection reset");

    assertFailed(FailureKind.TRUNCATED, "Connection reset");
  }

  @Test
  void nothingAfterTheEndCounts() {
    body.take(event(finish("stop")) + DONE + event("nonsense") + "<html>\n")
        .take(event("nonsense"))
        .broken("Connection reset");

    assertThat(body.trace().failure()).isEmpty();
  }

  @Test
  void anEventThatIsNoneEndsTheCall() {
    body.take(event(content("a")) + event("nonsense of " + SECRET) + event(content("b")));

    assertFailed(FailureKind.MALFORMED, "'nonsense of ***'");
    assertThat(body.trace().answer()).isEqualTo("a");
  }

  @Test
  void halfAnEventIsACutAnswer() {
    body.take(event(content("a")) + "data: {\"choi").end();

    assertFailed(FailureKind.TRUNCATED, "within an event, '{\"choi'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>busy</html>", "data: <html>busy</html>\n\n"})
  void aPageInPlaceOfAnAnswerIsTold(String page) {
    body.take(page + "\n").end();

    assertFailed(FailureKind.MALFORMED, "http://127.0.0.1:9", "<html>busy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"error\":{\"message\":\"busy for ***\"}}\n\n",
        "error: {\"message\":\"busy for ***\"}\n",
        "{\"error\":{\"message\":\"busy for ***\"}}\n"
      })
  void anErrorIsOneInAnEventInAFieldOfItsOwnAndInABodyOfItsOwn(String line) {
    body.take(line.replace("***", SECRET));

    assertFailed(FailureKind.ERROR_LINE, "busy for ***");
  }

  @ParameterizedTest
  @CsvSource({"error: busy", "'{\"choices\":[]}'", "'[1]'"})
  void aBodyThatIsNoEventAndNoErrorIsMalformed(String line) {
    body.take(line + "\n");

    assertFailed(FailureKind.MALFORMED, "'" + line + "'");
  }

  @Test
  void otherUnknownFieldsArePassedOver() {
    body.take("hello: world\nplain\n" + event(content("a")) + event(finish("stop")) + DONE);

    assertThat(body.trace().answer()).isEqualTo("a");
    assertThat(body.trace().failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}],\"created\":7,\"usage\":null}",
        "{\"choices\":[{\"index\":0,\"text\":\"%s\",\"finish_reason\":null}],\"id\":\"cmpl-1\",\"created\":7}"
      })
  void textsFollowEachOtherWhateverStandsBesides(String event) {
    body.take(event(event.formatted("a")));
    body.take(
        event(event.formatted("b\\n")) + event(event.formatted("ü").replace("7", "1763710000")));
    body.take(event(event.formatted("")) + event(event.formatted("c").replace("null", "\"stop\"")));

    var trace = body.take(DONE).end().trace();

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.answer()).isEqualTo("ab\nüc");
    assertThat(trace.chunks().size()).isEqualTo(4);
    assertThat(trace.doneReason()).contains("stop");
  }

  @Test
  void anErrorAmongTextsThatAreAllAlikeIsSeen() {
    var like =
        "{\"object\":\"%s\",\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"message\":\"overloaded\"}";
    body.take(event(like.formatted("chunk")) + event(like.formatted("chunk")));
    assertThat(body.isDecided()).isFalse();

    body.take(event(like.formatted("error")));

    assertFailed(FailureKind.ERROR_LINE, "overloaded");
  }

  @Test
  void onlyTheChoiceThatWasAskedForIsTheAnswer() {
    var two =
        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"%s\"}},{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}";
    body.take(event(two.formatted("a", "a")) + event(two.formatted("b", "c")));

    var trace = body.take(event(finish("stop")) + DONE).end().trace();

    assertThat(trace.answer()).isEqualTo("ac");
  }
}
