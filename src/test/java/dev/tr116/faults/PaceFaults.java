package dev.tr116.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Answers that come in odd pieces, too slowly, or do not stop at their end. */
final class PaceFaults {
  private static final Duration SOON = Duration.ofMillis(20);

  /** What a machine without IPv6 cannot play. */
  static final String IPV6 = "an address of IPv6";

  private static final String GREEK = "αβγ 😀 ";

  private PaceFaults() {}

  static Stream<Fault> faults() {
    return Stream.of(pieces(), slow(), afterTheEnd()).flatMap(List::stream);
  }

  private static List<Fault> pieces() {
    var two = Script.answer().text(GREEK).text(GREEK);
    return List.of(
        Fault.of("one byte at a time", Place.WHOLE_ANSWER, two.done().inPiecesOf(1))
            .succeeds("a line counts when its last byte is there"),
        Fault.of("characters split between writes", Place.WHOLE_ANSWER, two.done().inPiecesOf(3))
            .succeeds("a line counts when its last byte is there"),
        Fault.of("characters split between chunks", Place.MID_STREAM, split())
            .succeeds("a line counts when its last byte is there"),
        Fault.of("many lines in one write", Place.WHOLE_ANSWER, two.done().linesPerWrite(9))
            .succeeds("lines that come together have the same stamp"),
        Fault.of(
                "lines that end with CR LF",
                Place.WHOLE_ANSWER,
                Script.answer().line("{\"response\":\"a\"}\r").line("\r").line("{\"done\":true}\r"))
            .succeeds("as good as LF; empty lines are left out"),
        Fault.of(
                "a last line without its end",
                Place.LAST_LINE,
                Script.answer().text("a").bytes("{\"done\":true}".getBytes(UTF_8)))
            .succeeds("it says done:true, and that is what counts"),
        Fault.of("text on the last line", Place.LAST_LINE, Script.answer().line(DONE_WITH_TEXT))
            .succeeds("it is part of the answer", agent -> assertThat(agent.ttft()).isPresent()),
        Fault.of(
                IPV6,
                Place.CONNECTION,
                () ->
                    RawPeer.askedOverIpv6(
                        client -> {
                          RawPeer.write(client.getOutputStream(), WHOLE);
                          client.shutdownOutput();
                        }))
            .succeeds("http://[::1]:11434 in tr116.endpoints is fine"));
  }

  private static final String DONE_WITH_TEXT = "{\"response\":\"all\",\"done\":true}";

  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"response\":\"a\"}\n{\"done\":true}\n";

  /** Every byte in a chunk of its own. */
  private static Script split() {
    var script = Script.answer();
    for (var each : ("{\"response\":\"" + GREEK + "\"}\n").getBytes(UTF_8)) {
      script = script.bytes(each);
    }
    return script.done();
  }

  private static List<Fault> slow() {
    return List.of(
        Fault.of(
                "headers before the answer",
                Place.HEAD,
                Script.answer().headers().after(SOON).text("a").done().inPiecesOf(2))
            .succeeds("the first token counts, not the headers"),
        Fault.of(
                "lines without text, without end",
                Place.FIRST_BYTE,
                Script.answer().texts(3000, SOON, "").done())
            .until(Patience.FIRST_TOKEN)
            .fails(
                FailureKind.TIMEOUT_FIRST_TOKEN,
                "raise tr116.timeout.first-token",
                "no token within 400 ms"),
        Fault.of("one byte of a line now and then, without end", Place.MID_STREAM, dripping())
            .until(Patience.IDLE)
            .fails(
                FailureKind.TIMEOUT_IDLE, "raise tr116.timeout.idle", "nothing more within 400 ms"),
        Fault.of(
                "an answer that does not end",
                Place.MID_STREAM,
                Script.answer().text("on ").texts(3000, SOON, "and on ").done())
            .until(Patience.TOTAL)
            .fails(
                FailureKind.TIMEOUT_TOTAL,
                "raise tr116.timeout.total",
                "not over within 900 ms",
                "tr116.num-predict"));
  }

  private static Script dripping() {
    var script = Script.answer().text("half ");
    for (var i = 0; i < 1000; i++) {
      script = script.after(SOON).bytes((byte) ' ');
    }
    return script;
  }

  private static List<Fault> afterTheEnd() {
    var whole = Script.answer().text("all ").done();
    var counted = "the first last line counts and nothing after it";
    return List.of(
        Fault.of("a second last line", Place.AFTER_THE_END, whole.done()).succeeds(counted),
        Fault.of("text", Place.AFTER_THE_END, whole.text("more ")).succeeds(counted),
        Fault.of("an error line", Place.AFTER_THE_END, whole.error("late")).succeeds(counted),
        Fault.of("what is no line", Place.AFTER_THE_END, whole.line("<html>")).succeeds(counted),
        Fault.of("no end of the body", Place.AFTER_THE_END, whole.stall())
            .succeeds("the answer is whole; the connection is closed after 250 ms"),
        Fault.of("a reset", Place.AFTER_THE_END, whole.after(SOON).reset())
            .succeeds("the answer is whole; the connection is not used again"));
  }
}
