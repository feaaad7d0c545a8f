package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.util.stream.Stream;

/** Answers that are larger than any, and some that would fill any memory. */
final class LargeFaults {
  private static final int MB = 1_000_000;
  private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
  private static final String EMPTY =
      "{\"model\":\"gemma3:latest\",\"created_at\":\"" + "2".repeat(90) + "\",\"response\":\"\"}\n";
  private static final String SHORTER = "ask for a shorter one with tr116.num-predict";

  private LargeFaults() {}

  static Stream<Fault> faults() {
    var line = "{\"response\":\"" + "word ".repeat(2000) + "\"}\n";
    return Stream.of(
        Fault.of(
                "a line of 8 MB",
                Place.MID_STREAM,
                Script.answer().text("a").text("b".repeat(8 * MB)).done())
            .succeeds("a line may have 64 MiB"),
        Fault.of(
                "an answer of 100 MB",
                Place.WHOLE_ANSWER,
                () -> flood(line.repeat(10), 100 * MB, "{\"done\":true}\n"))
            .succeeds("an answer may have 128 MiB", agent -> assertThat(agent.ttft()).isPresent()),
        Fault.of(
                "an answer without end, as fast as it can",
                Place.MID_STREAM,
                () -> flood(line.repeat(10), Long.MAX_VALUE, ""))
            .fails(FailureKind.MALFORMED, SHORTER, "longer than 128 MiB"),
        Fault.of(
                "lines without text and without end, as fast as they can",
                Place.FIRST_BYTE,
                () -> flood(EMPTY.repeat(500), Long.MAX_VALUE, ""))
            .fails(FailureKind.MALFORMED, SHORTER, "longer than 128 MiB"),
        Fault.of(
                "blank lines without end, as fast as they can",
                Place.FIRST_BYTE,
                () -> flood("\n".repeat(60_000), Long.MAX_VALUE, ""))
            .fails(FailureKind.MALFORMED, SHORTER, "longer than 128 MiB"),
        Fault.of(
                "a line without end",
                Place.FIRST_BYTE,
                () -> flood("word ".repeat(15_000), Long.MAX_VALUE, ""))
            .fails(FailureKind.MALFORMED, "check what answers there", "more than 64 MiB"),
        Fault.of(
                "a reason without end",
                Place.WHOLE_ANSWER,
                () ->
                    RawPeer.flooding(
                        "HTTP/1.1 500 Oops\r\n\r\n", "no ".repeat(20_000), Long.MAX_VALUE, ""))
            .fails(FailureKind.HTTP_STATUS, "set tr116.endpoints", "500", "no no no", "..."));
  }

  private static Peer flood(String block, long bytes, String end) {
    return RawPeer.flooding(HEAD, block, bytes, end);
  }
}
