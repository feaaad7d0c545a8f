package dev.tr116.llm;

import dev.tr116.http.BodySink;
import dev.tr116.trace.FailureKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Records a streamed answer line by line; each line has the stamp of the bytes that completed it.
 */
final class StreamSink implements BodySink, LineSplitter.Lines {
  /** The longest line accepted: 64 MiB. */
  static final int LINE_LIMIT = 64 * 1024 * 1024;

  private static final int QUOTED_BYTES = 512;
  private static final StreamLineParser PARSER = new StreamLineParser(LINE_LIMIT);
  private static final TextPlaces TEXTS =
      new TextPlaces(Set.of("/response", "/thinking"), Set.of("/created_at"));

  private final LlmRequest request;
  private final CallRecording recording;
  private final LineSplitter splitter = new LineSplitter(LINE_LIMIT);
  private final TokenLines tokens;
  private long arrived;

  /** Of an answer that shares what is known with others. */
  StreamSink(LlmRequest request, CallRecording recording, KnownLines known) {
    this.request = request;
    this.recording = recording;
    this.tokens = new TokenLines(known);
  }

  /** What answers can share, without anything yet. */
  static KnownLines knownLines() {
    return new KnownLines(TEXTS);
  }

  @Override
  public void take(ByteBuffer buffer, long now) {
    if (recording.isDecided()) {
      return;
    }
    arrived = now;
    if (!splitter.take(buffer, this)) {
      recording.fail(FailureKind.MALFORMED, FailureMessages.lineTooLong(LINE_LIMIT));
    }
  }

  @Override
  public void end(Optional<Throwable> broken, long now) {
    if (recording.isDecided()) {
      return;
    }
    splitter.finish((bytes, offset, length) -> lastLine(bytes, offset, length, now));
    recording.fail(
        FailureKind.TRUNCATED,
        broken
            .map(thrown -> FailureMessages.brokeWithinAnswer(Reasons.of(thrown)))
            .orElseGet(FailureMessages::plainEnd));
  }

  @Override
  public void line(byte[] bytes, int offset, int length) {
    if (recording.isDecided()) {
      return;
    }
    if (tokens.know(bytes, offset, length)) {
      recording.text(arrived, tokens.response(), tokens.thinking());
      return;
    }
    try {
      var line = PARSER.parse(bytes, offset, length);
      recording.line(arrived, line);
      if (!recording.isDecided()) {
        tokens.learn(bytes, offset, length, line.response(), line.thinking());
      }
    } catch (IOException e) {
      noLine(bytes, offset, length, false);
    }
  }

  /** A line whose end is missing: a whole object counts, anything else was cut. */
  private void lastLine(byte[] bytes, int offset, int length, long now) {
    try {
      recording.line(now, PARSER.parse(bytes, offset, length));
    } catch (IOException e) {
      noLine(bytes, offset, length, true);
    }
  }

  private void noLine(byte[] bytes, int offset, int length, boolean cut) {
    var line = beginning(bytes, offset, length);
    var endpoint = request.endpoint();
    if (Compression.begins(bytes, offset, length)) {
      recording.fail(FailureKind.MALFORMED, Compression.message(endpoint, "gzip"));
    } else if (line.startsWith("<")) {
      recording.fail(FailureKind.MALFORMED, FailureMessages.notOllama(endpoint, 200, line));
    } else if (cut) {
      recording.fail(FailureKind.TRUNCATED, FailureMessages.halfLine(line));
    } else {
      recording.fail(FailureKind.MALFORMED, FailureMessages.malformed(line));
    }
  }

  private static String beginning(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, Math.min(length, QUOTED_BYTES), StandardCharsets.UTF_8);
  }
}
