package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.http.BodySink;
import dev.tr116.trace.CallTrace;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiFunction;

/** A body given to a sink by hand, without a server; each call's time is its number, in ns. */
final class Recordings {
  private final LlmRequest request = Requests.to(URI.create("http://127.0.0.1:9"));
  private final CallRecording recording = new CallRecording(request, 0);
  private final BodySink sink;
  private long now;

  Recordings(BiFunction<LlmRequest, CallRecording, BodySink> sink) {
    this.sink = sink.apply(request, recording);
  }

  /** The next bytes of the body. */
  Recordings take(String bytes) {
    sink.take(ByteBuffer.wrap(bytes.getBytes(UTF_8)), ++now);
    return this;
  }

  /** The body is over by itself. */
  Recordings end() {
    sink.end(Optional.empty(), ++now);
    return this;
  }

  /** The connection broke. */
  Recordings broken(String why) {
    sink.end(Optional.of(new IOException(why)), ++now);
    return this;
  }

  /** Whether the ending is known. */
  boolean isDecided() {
    return recording.isDecided();
  }

  /** What was recorded. */
  CallTrace trace() {
    recording.seal(++now);
    return recording.trace();
  }
}
