package dev.tr116.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What goes wrong within an answer, each at its first byte, in its middle and at its last line. */
final class StreamFaults {
  private static final String LOG = "look into the server's log";
  private static final String BETWEEN = "check what stands between client and server";
  private static final Duration SOON = Duration.ofMillis(30);

  private StreamFaults() {}

  static Stream<Fault> faults() {
    return Stream.of(
            everywhere(
                "the server closes without the end of the body",
                Script::cut,
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "broke within the answer")),
            everywhere(
                "the server resets the connection",
                script -> script.after(SOON).reset(),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "broke within the answer")),
            everywhere(
                "the answer just ends, without done",
                script -> script,
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "done:true", "runner")),
            everywhere(
                "half a line",
                script -> script.bytes("{\"response\":\"of".getBytes(UTF_8)),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "within a line", "of")),
            everywhere(
                "half a line, then the connection is cut",
                script -> script.bytes("{\"done\":tr".getBytes(UTF_8)).cut(),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "within a line", "tr")),
            everywhere(
                "an error line after status 200",
                script -> script.error("CUDA error: an illegal memory access"),
                draft -> draft.fails(FailureKind.ERROR_LINE, LOG, "illegal memory access")),
            everywhere(
                "a malformed line",
                script -> script.line("{\"response\":oops}").done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "{\"response\":oops}")),
            everywhere(
                "a line that is no object",
                script -> script.line("[\"text\"]").done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "[\"text\"]")),
            everywhere(
                "text that is no text",
                script -> script.line("{\"response\":7,\"done\":false}").done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "{\"response\":7")),
            everywhere(
                "two objects on one line",
                script -> script.line("{\"response\":\"a\"}{\"response\":\"b\"}").done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "{\"response\":\"a\"}")),
            everywhere(
                "bytes that are no UTF-8",
                script ->
                    script.bytes("{\"response\":\"\u00ff\u00fe\"}\n".getBytes(ISO_8859_1)).done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "{\"response\":\"")),
            everywhere(
                "a page in HTML",
                script -> script.line("<html>Bad Gateway</html>"),
                draft ->
                    draft.fails(FailureKind.MALFORMED, "set tr116.endpoints", "<html>Bad Gateway")),
            everywhere(
                "a terminator whose done is no true",
                script -> script.line("{\"done\":\"true\"}"),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "done:true")),
            stalls(),
            chunks())
        .flatMap(List::stream);
  }

  /** The same fault at three places. */
  static List<Fault> everywhere(String name, UnaryOperator<Script> fault, UnaryDraft ending) {
    var begun = Script.answer().headers();
    var half = begun.text("half ").text("of ");
    return List.of(
        ending.end(Fault.of(name, Place.FIRST_BYTE, fault.apply(begun))),
        ending.end(Fault.of(name, Place.MID_STREAM, fault.apply(half))),
        ending.end(Fault.of(name, Place.LAST_LINE, fault.apply(half.text("it ")))));
  }

  /** Silence is ended by the timeout of the phase that it falls into. */
  private static List<Fault> stalls() {
    var begun = Script.answer().headers();
    var half = begun.text("half ");
    var faults = new ArrayList<Fault>();
    faults.add(
        Fault.of("the server falls silent", Place.FIRST_BYTE, begun.stall())
            .until(Patience.FIRST_TOKEN)
            .fails(
                FailureKind.TIMEOUT_FIRST_TOKEN,
                "raise tr116.timeout.first-token",
                "no token within 400 ms"));
    for (var place : List.of(Place.MID_STREAM, Place.LAST_LINE)) {
      var script = place == Place.MID_STREAM ? half : half.text("it ").bytes((byte) '{');
      faults.add(
          Fault.of("the server falls silent", place, script.stall())
              .until(Patience.IDLE)
              .fails(
                  FailureKind.TIMEOUT_IDLE,
                  "raise tr116.timeout.idle",
                  "nothing more within 400 ms"));
    }
    return faults;
  }

  /** Frames of the transfer itself that no server would send. */
  private static List<Fault> chunks() {
    var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    var line = "13\r\n{\"response\":\"half\"}\r\n1\r\n\n\r\n";
    var bad = "zz\r\n";
    return Stream.of(
            Fault.of(
                "a chunk whose length is no number",
                Place.FIRST_BYTE,
                () -> RawPeer.answering(head, bad)),
            Fault.of(
                "a chunk whose length is no number",
                Place.MID_STREAM,
                () -> RawPeer.answering(head + line, bad)))
        .map(draft -> draft.fails(FailureKind.TRUNCATED, LOG, "broke within the answer"))
        .toList();
  }

  /** How a fault ends, wherever it lies. */
  interface UnaryDraft {
    Fault end(Fault.Draft draft);
  }
}
