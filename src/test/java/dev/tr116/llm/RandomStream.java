package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.http.BodySink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies of answers made at random: whole ones, and what becomes of them on a bad way. */
final class RandomStream {
  private static final String[] TEXTS = {
    "",
    "word ",
    "\\n",
    "\\u00e9\\ud83e\\udd99",
    "é🦙 日本",
    "\\\"}{\\\\",
    "<script>",
    "data: x",
    "\\u0000\\u001b[31m",
    "]]>&amp;"
  };

  private static final String MARKS = "\n\r\" {}\\:,";

  private static final String[] ODDITIES = {
    "{\"error\":\"broken\"}",
    "{\"error\":{\"message\":\"broken\",\"code\":500}}",
    "{\"response\":7}",
    "{\"response\":null,\"thinking\":null}",
    "{\"response\":\"\\ud83e\"}",
    "{\"done\":\"true\"}",
    "{\"done\":true,\"eval_count\":-1,\"eval_duration\":1e400}",
    "{\"done\":true,\"eval_count\":999999999999999999999999999,\"total_duration\":0.5}",
    "{\"choices\":[]}",
    "{\"choices\":[{\"index\":1,\"delta\":{}}]}",
    "{\"choices\":{\"delta\":7}}",
    "{\"usage\":{\"completion_tokens\":-5,\"prompt_tokens\":\"x\"}}",
    "[DONE]",
    "[]",
    "null",
    "<html><body>502</body></html>",
    "data",
    "data:",
    ": comment",
    "event: error",
    "retry: 10",
    "{",
    "}",
    "\"",
    "\u00ef\u00bb\u00bf{}",
    "[".repeat(2000),
    "{\"a\":".repeat(1500),
    "1".repeat(2000),
    "{\"" + "n".repeat(60_000) + "\":1}"
  };

  private final SplittableRandom random;
  private final Wire wire;

  RandomStream(Wire wire, long seed) {
    this.wire = wire;
    this.random = new SplittableRandom(seed);
  }

  /** A whole answer as a server sends it. */
  Whole whole() {
    var body = new StringBuilder();
    var texts = new ArrayList<String>();
    var end = random.nextBoolean() ? "\n" : "\r\n";
    for (var i = random.nextInt(6); i > 0; i--) {
      var text = "t" + random.nextInt(100) + TEXTS[random.nextInt(TEXTS.length)];
      body.append(wire.text(text, end));
      texts.add(text);
    }
    return new Whole(body.append(wire.end(end)).toString(), List.copyOf(texts));
  }

  /** An answer that something on its way has changed. */
  byte[] spoilt() {
    var bytes = whole().body();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      bytes = spoil(bytes);
    }
    return bytes;
  }

  private byte[] spoil(byte[] bytes) {
    var at = random.nextInt(bytes.length + 1);
    var until = Math.min(bytes.length, at + random.nextInt(20));
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, until, bytes.length));
      case 2 -> joined(Arrays.copyOf(bytes, until), Arrays.copyOfRange(bytes, at, bytes.length));
      case 3 -> flipped(bytes, at);
      case 4 -> inserted(bytes, at, noise());
      case 5 -> inserted(bytes, at, wire.line(oddity()).getBytes(UTF_8));
      case 6 -> joined(wire.line(oddity()).getBytes(UTF_8), bytes);
      default ->
          inserted(
              bytes,
              at,
              MARKS.substring(random.nextInt(MARKS.length())).substring(0, 1).getBytes(UTF_8));
    };
  }

  private String oddity() {
    // The long ones cost as much as a hundred others.
    var most = random.nextInt(2_000) == 0 ? ODDITIES.length : ODDITIES.length - 4;
    return ODDITIES[random.nextInt(most)];
  }

  private byte[] noise() {
    var noise = new byte[1 + random.nextInt(8)];
    for (var i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.nextInt();
    }
    return noise;
  }

  private byte[] flipped(byte[] bytes, int at) {
    var copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    return joined(
        joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = new ByteArrayOutputStream(first.length + second.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  /** The bytes as a socket may hand them over, in pieces of any size. */
  List<ByteBuffer> pieces(byte[] bytes) {
    var pieces = new ArrayList<ByteBuffer>();
    var most = 1 + random.nextInt(random.nextBoolean() ? 8 : 200);
    for (var at = 0; at < bytes.length; ) {
      var size = Math.min(bytes.length - at, 1 + random.nextInt(most));
      pieces.add(ByteBuffer.wrap(bytes, at, size));
      at += size;
    }
    return pieces;
  }

  /**
   * A whole answer.
   *
   * @param texts what its lines say, as JSON escapes it
   */
  record Whole(String text, List<String> texts) {
    byte[] body() {
      return text.getBytes(UTF_8);
    }
  }

  /** How lines of an answer are written. */
  enum Wire {
    OLLAMA {
      @Override
      String line(String json) {
        return json + "\n";
      }

      @Override
      String text(String text, String end) {
        return "{\"model\":\"m\",\"response\":\"" + text + "\",\"done\":false}" + end;
      }

      @Override
      String end(String end) {
        return "{\"response\":\"\",\"done\":true,\"done_reason\":\"stop\",\"eval_count\":3}" + end;
      }
    },
    OPENAI {
      @Override
      String line(String json) {
        return "data: " + json + "\n\n";
      }

      @Override
      String text(String text, String end) {
        return "data: " + OpenAiCalls.content(text) + end + end;
      }

      @Override
      String end(String end) {
        return "data: " + OpenAiCalls.finish("stop") + end + end + "data: [DONE]" + end + end;
      }
    };

    abstract String line(String json);

    abstract String text(String text, String end);

    abstract String end(String end);

    /** What answers can share, without anything yet. */
    KnownLines known() {
      return this == OLLAMA ? StreamSink.knownLines() : OpenAiSink.knownLines();
    }

    /** What reads such an answer. */
    BodySink reader(LlmRequest request, CallRecording recording, KnownLines known) {
      return this == OLLAMA
          ? new StreamSink(request, recording, known)
          : new OpenAiSink(request, recording, known, ApiKey.NONE);
    }
  }
}
