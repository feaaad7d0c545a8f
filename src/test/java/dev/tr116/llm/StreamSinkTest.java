package dev.tr116.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import org.junit.jupiter.api.Test;

class StreamSinkTest {
  private static final String DONE = "{\"done\":true,\"done_reason\":\"stop\",\"eval_count\":2}\n";

  private final Recordings body =
      new Recordings(
          (request, recording) -> new StreamSink(request, recording, StreamSink.knownLines()));

  private static void assertFailed(CallTrace trace, FailureKind kind, String... words) {
    assertThat(trace.failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure.message()).contains(words);
            });
  }

  @Test
  void eachLineHasTheStampOfTheBytesThatCompletedIt() {
    body.take("{\"response\":\"a\"}\n{\"resp").take("onse\":\"b\"}\n").take(DONE).end();

    var trace = body.trace();

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.answer()).isEqualTo("ab");
    assertThat(trace.stamps().firstContent()).hasValue(1);
    assertThat(trace.stamps().lastContent()).hasValue(2);
    assertThat(trace.stamps().done()).hasValue(3);
    assertThat(trace.doneReason()).contains("stop");
    assertThat(trace.server().evalCount()).hasValue(2);
  }

  @Test
  void theLastLineNeedsNoEndOfItsOwn() {
    body.take("{\"response\":\"a\"}\n" + DONE.strip());
    assertThat(body.isDecided()).isFalse();

    var trace = body.end().trace();

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.stamps().done()).hasValue(2);
  }

  @Test
  void nothingAfterTheLastLineCounts() {
    body.take(DONE + "{\"response\":\"late\"}\n<html>\n").take("not even JSON\n").end();

    var trace = body.trace();

    assertThat(trace.failure()).isEmpty();
    assertThat(trace.answer()).isEmpty();
  }

  @Test
  void aLineThatIsNoneEndsTheCallAndKeepsWhatCameBefore() {
    body.take("{\"response\":\"a\"}\nnonsense\n{\"response\":\"b\"}\n" + DONE).end();

    var trace = body.trace();

    assertFailed(trace, FailureKind.MALFORMED, "nonsense");
    assertThat(trace.answer()).isEqualTo("a");
  }

  @Test
  void aPageInPlaceOfAnAnswerIsTold() {
    assertFailed(
        body.take("<html>hello</html>\n").trace(),
        FailureKind.MALFORMED,
        "http://127.0.0.1:9",
        "<html>hello");
  }

  @Test
  void aPageWithoutALineEndIsToldToo() {
    assertFailed(
        body.take("<html>hello</html>").end().trace(),
        FailureKind.MALFORMED,
        "http://127.0.0.1:9",
        "<html>hello");
  }

  @Test
  void halfALineIsACutAnswer() {
    assertFailed(
        body.take("{\"response\":\"a\"}\n{\"respon").end().trace(),
        FailureKind.TRUNCATED,
        "{\"respon");
  }

  @Test
  void anEndWithoutTheLastLineIsACutAnswer() {
    assertFailed(
        body.take("{\"response\":\"a\"}\n").end().trace(),
        FailureKind.TRUNCATED,
        FailureMessages.plainEnd());
  }

  @Test
  void aBrokenConnectionIsTold() {
    assertFailed(
        body.take("{\"response\":\"a\"}\n").broken("Connection reset").trace(),
        FailureKind.TRUNCATED,
        "Connection reset");
  }

  @Test
  void aConnectionThatBreaksAfterTheLastLineChangesNothing() {
    assertThat(body.take(DONE).broken("Connection reset").trace().failure()).isEmpty();
  }

  @Test
  void anErrorLineEndsTheCall() {
    assertFailed(
        body.take("{\"error\":\"out of memory\"}\n" + DONE).trace(),
        FailureKind.ERROR_LINE,
        "out of memory");
  }

  @Test
  void onlyTheBeginningOfABadLineIsQuoted() {
    var trace = body.take("x".repeat(100_000) + "\n").trace();

    assertFailed(trace, FailureKind.MALFORMED, "xxx");
    assertThat(trace.failure().orElseThrow().message()).hasSizeLessThan(1000);
  }
}
