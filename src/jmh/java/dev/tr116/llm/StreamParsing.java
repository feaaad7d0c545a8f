package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.http.BodySink;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of an answer of 1 000 lines to its recording, on one core. */
@State(Scope.Thread)
public class StreamParsing {
  /** Token lines and the last one. */
  public static final int LINES = 1_000;

  /** What the HTTP client reads at once. */
  private static final int BUFFER = 16 * 1024;

  private static final List<String> WORDS =
      List.of(
          " the",
          " of",
          " data",
          "ization",
          ".",
          ",",
          " and",
          "\\n\\n",
          " 42",
          " \\\"quoted\\\"",
          " über",
          " performance",
          " a",
          "ing",
          " **",
          " in",
          " results",
          " –",
          " is",
          " agent");

  private final LlmRequest request = request();
  private final ApiKey key = ApiKey.NONE;
  private final KnownLines ollamaKnown = StreamSink.knownLines();
  private final KnownLines openAiKnown = OpenAiSink.knownLines();
  private List<ByteBuffer> ollama = List.of();
  private List<ByteBuffer> ollamaLines = List.of();
  private List<ByteBuffer> openAi = List.of();

  /** Makes the answers and checks that all of each is recorded. */
  @Setup
  public void makeAnswers() {
    var ollamaBody = lines(StreamParsing::ollamaLine, ollamaEnd());
    ollama = pieces(ollamaBody, BUFFER);
    ollamaLines =
        ollamaBody.stream().map(ByteBuffer::wrap).map(ByteBuffer::asReadOnlyBuffer).toList();
    openAi = pieces(lines(StreamParsing::openAiEvent, openAiEnd()), BUFFER);
    check(ollama());
    check(ollamaLineByLine());
    check(openAi());
  }

  /** Lines of Ollama in full buffers, as they come when a server is ahead of its client. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public Object ollama() {
    var recording = new CallRecording(request, 0);
    return read(new StreamSink(request, recording, ollamaKnown), ollama, recording);
  }

  /** Lines of Ollama, each in a buffer of its own, as they come one at a time. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public Object ollamaLineByLine() {
    var recording = new CallRecording(request, 0);
    return read(new StreamSink(request, recording, ollamaKnown), ollamaLines, recording);
  }

  /** Server-sent events of the OpenAI protocol in full buffers. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public Object openAi() {
    var recording = new CallRecording(request, 0);
    return read(new OpenAiSink(request, recording, openAiKnown, key), openAi, recording);
  }

  private static CallRecording read(BodySink sink, List<ByteBuffer> body, CallRecording recording) {
    var now = 1L;
    for (var buffer : body) {
      sink.take(buffer.duplicate(), now++);
    }
    return recording;
  }

  private static void check(Object read) {
    var recording = (CallRecording) read;
    recording.seal(Long.MAX_VALUE);
    var trace = recording.trace();
    if (trace.failure().isPresent() || trace.chunks().size() != LINES - 1) {
      throw new IllegalStateException(trace.chunks().size() + " tokens, " + trace.failure());
    }
  }

  private interface Line {
    String of(String word, int number);
  }

  private static List<byte[]> lines(Line line, String end) {
    var lines = new ArrayList<byte[]>();
    for (var i = 0; i < LINES - 1; i++) {
      lines.add(line.of(WORDS.get(i % WORDS.size()), i).getBytes(UTF_8));
    }
    lines.add(end.getBytes(UTF_8));
    return lines;
  }

  private static List<ByteBuffer> pieces(List<byte[]> lines, int size) {
    var body = new ByteArrayOutputStream();
    lines.forEach(body::writeBytes);
    var bytes = body.toByteArray();
    var pieces = new ArrayList<ByteBuffer>();
    for (var at = 0; at < bytes.length; at += size) {
      pieces.add(
          ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)).slice().asReadOnlyBuffer());
    }
    return pieces;
  }

  private static String ollamaLine(String word, int number) {
    return "{\"model\":\"gemma3:latest\",\"created_at\":\"2026-11-22T03:10:02."
        + (100_000_000 + 7_654_321 * (number % 100))
        + "Z\",\"response\":\""
        + word
        + "\",\"done\":false}\n";
  }

  private static String ollamaEnd() {
    return "{\"model\":\"gemma3:latest\",\"created_at\":\"2026-11-22T03:10:22.1Z\",\"response\":\"\","
        + "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":20123456789,"
        + "\"load_duration\":1234567,\"prompt_eval_count\":150,\"prompt_eval_duration\":123456789,"
        + "\"eval_count\":999,\"eval_duration\":19987654321}\n";
  }

  private static String openAiEvent(String word, int number) {
    return "data: {\"choices\":[{\"finish_reason\":null,\"index\":0,\"delta\":{\"content\":\""
        + word
        + "\"}}],\"created\":17637"
        + (10_000 + number / 50)
        + ",\"id\":\"chatcmpl-1a2b3c4d5e6f\",\"model\":\"gemma3\",\"object\":\"chat.completion.chunk\"}\n\n";
  }

  private static String openAiEnd() {
    return "data: {\"choices\":[{\"finish_reason\":\"stop\",\"index\":0,\"delta\":{}}],"
        + "\"model\":\"gemma3\",\"usage\":{\"completion_tokens\":999,\"prompt_tokens\":150}}\n\n"
        + "data: [DONE]\n\n";
  }

  private static LlmRequest request() {
    var long20 = Duration.ofSeconds(20);
    return new LlmRequest(
        URI.create("http://127.0.0.1:9"),
        Model.named("gemma3"),
        "What is in the data?",
        Optional.empty(),
        GenerationOptions.SERVER_DEFAULTS,
        "prompt",
        "10m",
        new Timeouts(long20, long20, long20, long20),
        0);
  }
}
