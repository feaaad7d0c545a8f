package dev.tr116.llm;

import dev.tr116.http.BodySink;
import dev.tr116.trace.FailureKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An answer's body, with a bound on its length and an end that is recorded. */
final class RecordedBody implements BodySink {
  /** The most bytes of one answer, line ends and all: 128 MiB. What arrives is kept in memory. */
  static final long LIMIT = 128L * 1024 * 1024;

  private final BodySink sink;
  private final CallRecording recording;
  private long received;

  RecordedBody(BodySink sink, CallRecording recording) {
    this.sink = sink;
    this.recording = recording;
  }

  @Override
  public void take(ByteBuffer buffer, long now) {
    received += buffer.remaining();
    sink.take(buffer, now);
    if (received > LIMIT) {
      recording.fail(FailureKind.MALFORMED, FailureMessages.answerTooLong(LIMIT));
    }
  }

  @Override
  public void end(Optional<Throwable> broken, long now) {
    sink.end(broken, now);
    recording.over(now);
  }
}
