package dev.tr116.llm;

import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.util.Optional;

/**
 * The last line of a streamed answer, as somebody else received it.
 *
 * @param doneReason why the answer ended
 * @param timings what the server says of its work
 */
public record Terminator(Optional<String> doneReason, ServerTimings timings) {
  private static final StreamLineParser PARSER = new StreamLineParser(StreamSink.LINE_LIMIT);

  /**
   * Reads one; nothing when it is none, i.e. says nothing of {@code done:true}.
   *
   * @throws IOException when it is no line of the protocol
   */
  public static Optional<Terminator> read(byte[] line) throws IOException {
    var read = PARSER.parse(line, 0, line.length);
    return read.done()
        ? Optional.of(new Terminator(read.doneReason(), read.timings()))
        : Optional.empty();
  }
}
