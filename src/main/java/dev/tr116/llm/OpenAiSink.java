package dev.tr116.llm;

import dev.tr116.http.BodySink;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ServerTimings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Records a streamed answer event by event; each has the stamp of the bytes that completed it. The
 * answer is complete with a {@code finish_reason} and {@code data: [DONE]}, not with one of them.
 */
final class OpenAiSink implements BodySink {
  private static final int LIMIT = StreamSink.LINE_LIMIT;
  private static final int QUOTED_BYTES = 4096;
  private static final String DONE = "[DONE]";
  private static final String ERROR_FIELD = "error:";

  /** What the bodies begin with that are no events. */
  private static final String BODIES = "{[<\u001f";

  private static final OpenAiChunk.Parser PARSER = new OpenAiChunk.Parser(LIMIT);

  private static final TextPlaces TEXTS =
      new TextPlaces(
          Set.of(
              "/choices/0/delta/content",
              "/choices/0/delta/reasoning_content",
              "/choices/0/delta/reasoning",
              "/choices/0/text"),
          Set.of("/id", "/created"));

  private final LlmRequest request;
  private final CallRecording recording;
  private final ApiKey key;
  private final SseReader events = new SseReader(LIMIT);
  private final OpenAiFigures figures = new OpenAiFigures();
  private final TokenLines tokens;
  private Optional<String> finishReason = Optional.empty();

  /** Of an answer that shares what is known with others. */
  OpenAiSink(LlmRequest request, CallRecording recording, KnownLines known, ApiKey key) {
    this.request = request;
    this.recording = recording;
    this.tokens = new TokenLines(known);
    this.key = key;
  }

  /** What answers can share, without anything yet. */
  static KnownLines knownLines() {
    return new KnownLines(TEXTS);
  }

  @Override
  public void take(ByteBuffer buffer, long now) {
    if (!recording.isDecided() && !events.take(buffer, new Arrived(now, false))) {
      recording.fail(FailureKind.MALFORMED, OpenAiMessages.tooLong(LIMIT));
    }
  }

  @Override
  public void end(Optional<Throwable> broken, long now) {
    if (recording.isDecided()) {
      return;
    }
    events.finish(new Arrived(now, true));
    recording.fail(
        FailureKind.TRUNCATED,
        broken
            .map(thrown -> FailureMessages.brokeWithinAnswer(Reasons.of(thrown)))
            .orElseGet(
                () ->
                    finishReason.isPresent()
                        ? OpenAiMessages.noDone()
                        : OpenAiMessages.plainEnd()));
  }

  /** Events that bytes completed at {@code now}; {@code cut} when the body ended within them. */
  private final class Arrived implements SseReader.Events {
    private final long now;
    private final boolean cut;

    Arrived(long now, boolean cut) {
      this.now = now;
      this.cut = cut;
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
      if (recording.isDecided()) {
        return;
      }
      if (tokens.know(bytes, offset, length)) {
        recording.text(now, tokens.response(), tokens.thinking());
        return;
      }
      if (length < 2 * DONE.length() && text(bytes, offset, length).strip().equals(DONE)) {
        done();
        return;
      }
      try {
        var chunk = PARSER.parse(bytes, offset, length);
        chunk(chunk);
        if (chunk.isTextAlone()) {
          tokens.learn(bytes, offset, length, chunk.text(), chunk.thinking());
        }
      } catch (IOException e) {
        noChunk(bytes, offset, length);
      }
    }

    /**
     * The standard passes unknown fields over. Two kinds of lines mean something all the same:
     * early servers of llama.cpp give an error in a field of that name, and others a whole body in
     * JSON, HTML or gzip.
     */
    @Override
    public void stray(byte[] bytes, int offset, int length) {
      var line = text(bytes, offset, length);
      var isError = line.startsWith(ERROR_FIELD);
      if (recording.isDecided() || (!isError && BODIES.indexOf(line.charAt(0)) < 0)) {
        return;
      }
      var object = isError ? "{\"error\":" + line.substring(ERROR_FIELD.length()) + "}" : line;
      var json = object.getBytes(StandardCharsets.UTF_8);
      try {
        var chunk = PARSER.parse(json, 0, json.length);
        if (chunk.error().isPresent()) {
          chunk(chunk);
          return;
        }
      } catch (IOException e) {
        // Whatever it is, it is no event.
      }
      noChunk(bytes, offset, length);
    }

    private void chunk(OpenAiChunk chunk) {
      figures.take(chunk);
      finishReason = chunk.finishReason().or(() -> finishReason);
      recording.line(
          now,
          new StreamLine(
              chunk.text(),
              chunk.thinking(),
              chunk.error().map(key::without),
              false,
              Optional.empty(),
              ServerTimings.UNKNOWN));
    }

    private void done() {
      if (finishReason.isEmpty()) {
        recording.fail(FailureKind.TRUNCATED, OpenAiMessages.noFinishReason());
      } else {
        recording.line(
            now, new StreamLine("", "", Optional.empty(), true, finishReason, figures.timings()));
      }
    }

    private void noChunk(byte[] bytes, int offset, int length) {
      var beginning = key.without(text(bytes, offset, Math.min(length, QUOTED_BYTES)));
      if (Compression.begins(bytes, offset, length)) {
        recording.fail(FailureKind.MALFORMED, Compression.message(request.endpoint(), "gzip"));
      } else if (beginning.startsWith("<")) {
        recording.fail(
            FailureKind.MALFORMED,
            FailureMessages.noServer(Api.OPENAI, request.endpoint(), 200, beginning));
      } else if (cut) {
        recording.fail(FailureKind.TRUNCATED, OpenAiMessages.halfEvent(beginning));
      } else {
        recording.fail(FailureKind.MALFORMED, OpenAiMessages.malformed(beginning));
      }
    }

    private static String text(byte[] bytes, int offset, int length) {
      return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
  }
}
