package dev.tr116.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.trace.FailureKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the reason out of the body of a response whose status is not 200. */
final class StatusSink implements BodySink {
  private static final int LIMIT = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final LlmRequest request;
  private final CallRecording recording;
  private final int status;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  StatusSink(LlmRequest request, CallRecording recording, int status) {
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
    var text = body.toString(StandardCharsets.UTF_8).strip();
    recording.fail(FailureKind.HTTP_STATUS, message(text));
  }

  private String message(String text) {
    var endpoint = request.endpoint();
    var reason = reason(text);
    if (reason.isEmpty() && !text.isEmpty()) {
      return FailureMessages.notOllama(endpoint, status, text);
    }
    return switch (status) {
      case 404 -> FailureMessages.notFound(endpoint, request.model(), reason.orElse(""));
      case 503 -> FailureMessages.busy(endpoint, reason.orElse(""));
      default -> FailureMessages.status(endpoint, status, reason.orElse(""));
    };
  }

  /** The text of {@code {"error":"..."}}; empty when the body is something else. */
  private static Optional<String> reason(String text) {
    try {
      var error = JSON.readTree(text).path("error");
      return error.isTextual() ? Optional.of(error.textValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
