package dev.tr116.performance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one answer of the token server as they came, and when its lines were whole. */
final class RawAnswer {
  private static final String TEXT = "\"response\":\" ";
  private static final String PROMPT = "\"prompt_eval_duration\":";
  private static final int LINE_BYTES = 128;
  private static final int LAST_LINE_BYTES = 1024;

  private final long asked;
  private final long[] arrived;
  private final byte[] bytes;
  private int length;
  private int lines;

  /** For an answer of so many tokens. */
  RawAnswer(long asked, int tokens) {
    this.asked = asked;
    this.arrived = new long[tokens];
    this.bytes = new byte[tokens * LINE_BYTES + LAST_LINE_BYTES];
  }

  /** Keeps what is left in a buffer; a line of JSON that ends there came {@code now}, ns. */
  void take(ByteBuffer buffer, long now) {
    var from = length;
    length += buffer.remaining();
    buffer.get(bytes, from, buffer.remaining());
    for (var i = Math.max(from, 1); i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '}') {
        if (lines < arrived.length) {
          arrived[lines] = now;
        }
        lines++;
      }
    }
  }

  /** Whether the line after the last token has come. */
  boolean isWhole() {
    return lines > arrived.length;
  }

  /** What it says, which takes a while to read. */
  PlayedStream played() {
    var text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
    var written = new long[arrived.length];
    var tokens = 0;
    for (var at = text.indexOf(TEXT); at >= 0; at = text.indexOf(TEXT, at + 1)) {
      written[tokens++] = TokenText.at(text.substring(at + TEXT.length() - 1), 0);
    }
    var prompt = text.substring(text.indexOf(PROMPT) + PROMPT.length()).split(",", 2)[0];
    var seen = Math.min(lines, tokens);
    return new PlayedStream(
        asked, Long.parseLong(prompt), Arrays.copyOf(arrived, seen), Arrays.copyOf(written, seen));
  }
}
