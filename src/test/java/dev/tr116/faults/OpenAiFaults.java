package dev.tr116.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.script.Script;
import dev.tr116.server.script.Terminator;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Faults of server-sent events, and messages that are others than those of an Ollama server. */
final class OpenAiFaults {
  private static final String LOG = "look into the server's log";
  private static final String BETWEEN = "check what stands between client and server";
  private static final String ENDPOINTS = "set tr116.endpoints";
  private static final String FINISH =
      "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";

  private OpenAiFaults() {}

  static Stream<Fault> faults() {
    return Stream.of(streams(), answers(), ends()).flatMap(List::stream);
  }

  private static List<Fault> streams() {
    return Stream.of(
            StreamFaults.everywhere(
                "the server closes without the end of the body",
                Script::cut,
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "broke within the answer")),
            StreamFaults.everywhere(
                "the server resets the connection",
                script -> script.after(Duration.ofMillis(30)).reset(),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "broke within the answer")),
            StreamFaults.everywhere(
                "the answer just ends",
                script -> script,
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "without data: [DONE]")),
            StreamFaults.everywhere(
                "half an event",
                script -> script.bytes("data: {\"choi".getBytes(UTF_8)),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "within an event", "choi")),
            StreamFaults.everywhere(
                "an error event after status 200",
                script -> event(script, "{\"error\":{\"message\":\"CUDA error\",\"code\":500}}"),
                draft -> draft.fails(FailureKind.ERROR_LINE, LOG, "CUDA error")),
            StreamFaults.everywhere(
                "a malformed event",
                script -> event(script, "{\"choices\":oops}").done(),
                draft -> draft.fails(FailureKind.MALFORMED, BETWEEN, "{\"choices\":oops}")),
            StreamFaults.everywhere(
                "a page in HTML",
                script -> script.line("<html>Bad Gateway</html>"),
                draft -> draft.fails(FailureKind.MALFORMED, ENDPOINTS, "<html>Bad Gateway")),
            StreamFaults.everywhere(
                "[DONE] without a finish_reason",
                script -> event(script, "[DONE]"),
                draft -> draft.fails(FailureKind.TRUNCATED, LOG, "without a finish_reason")),
            StreamFaults.everywhere(
                "a finish_reason without [DONE]",
                script -> event(script, FINISH),
                draft ->
                    draft.fails(FailureKind.TRUNCATED, BETWEEN, "without data: [DONE], after")))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> answers() {
    var zipped = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, '\n', 'V', 'J'};
    return List.of(
        Fault.of("refused", Place.CONNECTION, Peer::nobody)
            .fails(FailureKind.CONNECT, ENDPOINTS, "connection refused", "vllm serve"),
        Fault.of("closed after the request", Place.HEAD, Script.answer().cut())
            .fails(
                FailureKind.CONNECT, "look into the server's log for a crash", "without an answer"),
        Fault.of("the server falls silent", Place.HEAD, Script.answer().stall())
            .until(Patience.FIRST_TOKEN)
            .fails(FailureKind.TIMEOUT_FIRST_TOKEN, "raise tr116.timeout.first-token", "400 ms"),
        Fault.of("the server falls silent", Place.MID_STREAM, Script.answer().text("a ").stall())
            .until(Patience.IDLE)
            .fails(FailureKind.TIMEOUT_IDLE, "raise tr116.timeout.idle", "400 ms"),
        Fault.of("status 401", Place.HEAD, Script.status(401, "invalid key"))
            .fails(FailureKind.HTTP_STATUS, "set that environment variable", "API key", "401"),
        Fault.of("status 404", Place.HEAD, Script.status(404, "The model does not exist."))
            .fails(FailureKind.HTTP_STATUS, "tr116.models", "does not serve gemma3", "404"),
        Fault.of("status 429", Place.HEAD, Script.status(429, "too many requests"))
            .fails(FailureKind.HTTP_STATUS, "make fewer calls at once", "is busy", "429"),
        Fault.of("status 500", Place.HEAD, Script.status(500, "engine is dead"))
            .fails(FailureKind.HTTP_STATUS, LOG, "500", "engine is dead"),
        Fault.of(
                "redirect 308",
                Place.HEAD,
                Script.page(308, "text/html", "")
                    .header("Location", "https://gpu-1/v1/chat/completions"))
            .fails(
                FailureKind.HTTP_STATUS,
                "write https://gpu-1 in tr116.endpoints",
                "redirects to 'https://gpu-1/v1/chat/completions' (308)"),
        Fault.of(
                "gzip that the headers tell",
                Place.HEAD,
                Script.answer().header("Content-Encoding", "gzip").bytes(zipped))
            .fails(FailureKind.MALFORMED, "switch compression off", "compressed its answer (gzip)"),
        Fault.of("gzip that nobody tells", Place.FIRST_BYTE, Script.answer().bytes(zipped))
            .fails(FailureKind.MALFORMED, "switch compression off", "compressed its answer (gzip)"),
        Fault.of(
                "a whole answer instead of a stream",
                Place.WHOLE_ANSWER,
                Script.page(200, "application/json", "{\"object\":\"chat.completion\"}"))
            .fails(FailureKind.TRUNCATED, LOG, "within an event", "chat.completion"));
  }

  private static List<Fault> ends() {
    var whole = Script.answer().text("all ").done();
    var counted = "the first end counts and nothing after it";
    return List.of(
        Fault.of("one byte at a time", Place.WHOLE_ANSWER, whole.inPiecesOf(1))
            .succeeds("an event counts when its last byte is there"),
        Fault.of("a second end", Place.AFTER_THE_END, whole.done()).succeeds(counted),
        Fault.of("an error event", Place.AFTER_THE_END, event(whole, "{\"error\":\"late\"}"))
            .succeeds(counted),
        Fault.of("no end of the body", Place.AFTER_THE_END, whole.stall())
            .succeeds("the answer is whole; the connection is closed after 250 ms"),
        Fault.of(
                "counts are negative",
                Place.LAST_LINE,
                Script.answer()
                    .texts(3, Duration.ofMillis(5), "a ")
                    .done(
                        Terminator.of("stop").with("eval_count", -1).with("prompt_eval_count", -1)))
            .succeeds(
                "what needs them is absent, never 0",
                agent -> {
                  assertThat(agent.ttft()).isPresent();
                  assertThat(agent.decodeRate()).isEmpty();
                }));
  }

  private static Script event(Script script, String data) {
    return script.bytes(("data: " + data + "\n\n").getBytes(UTF_8));
  }
}
