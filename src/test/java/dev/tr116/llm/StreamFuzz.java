package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tr116.llm.RandomStream.Wire;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads answers made at random, and holds what must be true of every one of them. */
final class StreamFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<FailureKind> KINDS =
      Set.of(FailureKind.ERROR_LINE, FailureKind.MALFORMED, FailureKind.TRUNCATED);

  private final Wire wire;
  private final long seed;

  StreamFuzz(Wire wire, long seed) {
    this.wire = wire;
    this.seed = seed;
  }

  /** Reads so many; an answer that is read wrongly ends it and is named. */
  void read(long inputs) {
    LongStream.range(0, inputs)
        .parallel()
        .forEach(
            input -> {
              try {
                check(new RandomStream(wire, seed + input), input);
              } catch (RuntimeException unexpected) {
                throw new AssertionError(place(input, ""), unexpected);
              }
            });
  }

  private void check(RandomStream stream, long input) {
    var known = wire.known();
    var whole = stream.whole();
    var read = read(stream.pieces(whole.body()), known);
    if (!read.succeeded() || !read.answer().equals(unescaped(whole.texts()))) {
      throw new AssertionError(place(input, text(whole.body()) + " became " + read));
    }
    var spoilt = stream.spoilt();
    var outcome = Outcome.of(read(stream.pieces(spoilt), known));
    if (!outcome.equals(Outcome.of(read(stream.pieces(spoilt), known)))) {
      throw new AssertionError(place(input, "depends on its pieces: " + text(spoilt)));
    }
    if (outcome.failure().isPresent()
        ? !KINDS.contains(outcome.failure().get()) || outcome.message().isBlank()
        : !text(spoilt).contains(wire == Wire.OLLAMA ? "true" : "[DONE]")) {
      throw new AssertionError(place(input, text(spoilt) + " ended as " + outcome));
    }
    if (!outcome.message().equals(outcome.message().replaceAll("\\p{Cc}", ""))) {
      throw new AssertionError(place(input, "steers a terminal: " + outcome.message()));
    }
  }

  private CallTrace read(List<ByteBuffer> pieces, KnownLines known) {
    var request = Requests.to(URI.create("http://127.0.0.1:1"));
    var recording = new CallRecording(request, 0);
    recording.headers(1, 200);
    var reader = wire.reader(request, recording, known);
    var now = 2L;
    for (var piece : pieces) {
      reader.take(piece, now++);
    }
    reader.end(Optional.empty(), now);
    if (!recording.isDecided()) {
      throw new IllegalStateException("the end of the answer decided nothing");
    }
    recording.seal(now + 1);
    return recording.trace();
  }

  private static String unescaped(List<String> texts) {
    try {
      return JSON.readValue("\"" + String.join("", texts) + "\"", String.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private String place(long input, String what) {
    return wire + ", seed " + seed + ", input " + input + ": " + what;
  }

  /** What of a call must not depend on how its bytes arrived. */
  private record Outcome(
      Optional<FailureKind> failure, String message, String answer, String thinking, int chunks) {
    static Outcome of(CallTrace call) {
      return new Outcome(
          call.failure().map(CallFailure::kind),
          call.failure().map(CallFailure::message).orElse(""),
          call.answer(),
          call.thinking(),
          call.chunks().size());
    }
  }
}
