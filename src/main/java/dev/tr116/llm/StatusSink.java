package dev.tr116.llm;

import dev.tr116.http.BodySink;
import dev.tr116.trace.FailureKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the reason out of the body of a response whose status is not 200. */
final class StatusSink implements BodySink {
  private static final int LIMIT = 64 * 1024;

  private final Protocol protocol;
  private final LlmRequest request;
  private final CallRecording recording;
  private final int status;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  StatusSink(Protocol protocol, LlmRequest request, CallRecording recording, int status) {
    this.protocol = protocol;
    this.request = request;
    this.recording = recording;
    this.status = status;
  }

  @Override
  public void take(ByteBuffer buffer, long now) {
    var bytes = new byte[Math.min(buffer.remaining(), LIMIT - body.size())];
    buffer.get(bytes);
    body.writeBytes(bytes);
    if (body.size() == LIMIT) {
      decide();
    }
  }

  @Override
  public void end(Optional<Throwable> broken, long now) {
    decide();
  }

  private void decide() {
    var text = body.toString(StandardCharsets.UTF_8);
    recording.fail(FailureKind.HTTP_STATUS, protocol.refusal(request, status, text));
  }
}
