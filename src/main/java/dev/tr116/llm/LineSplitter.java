package dev.tr116.llm;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines and hands each over in place. Lines may be split anywhere, end
 * with {@code \n} or {@code \r\n}, and empty ones are left out.
 */
final class LineSplitter {
  private static final int FIRST_SIZE = 16 * 1024;

  private final int limit;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int end;
  private int scanned;

  /** Refuses lines longer than {@code limit} bytes. */
  LineSplitter(int limit) {
    this.limit = limit;
  }

  /**
   * Takes the next bytes and hands over every line they complete.
   *
   * @return false when a line is too long; the splitter is of no further use then
   */
  boolean take(ByteBuffer buffer, Lines lines) {
    while (buffer.hasRemaining()) {
      if (end == bytes.length) {
        if (end >= limit) {
          return false;
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * end));
      }
      var count = Math.min(buffer.remaining(), bytes.length - end);
      buffer.get(bytes, end, count);
      end += count;
      handOver(lines);
    }
    return true;
  }

  /** Hands over what stands after the last line end, if anything does. */
  void finish(Lines lines) {
    line(0, end, lines);
    end = 0;
    scanned = 0;
  }

  private void handOver(Lines lines) {
    var start = 0;
    for (; scanned < end; scanned++) {
      if (bytes[scanned] == '\n') {
        line(start, scanned, lines);
        start = scanned + 1;
      }
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      scanned = end;
    }
  }

  private void line(int start, int stop, Lines lines) {
    var from = start;
    var to = stop;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (from < to && isBlank(bytes[to - 1])) {
      to--;
    }
    if (from < to) {
      lines.line(bytes, from, to - from);
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  /** Who wants the lines. */
  interface Lines {
    /** One line; the bytes are valid during the call only. */
    void line(byte[] bytes, int offset, int length);
  }
}
