package dev.tr116.llm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines and hands each over in place. Lines may be split anywhere, end
 * with {@code \n} or {@code \r\n}, and empty ones are left out. For server-sent events a {@code \r}
 * alone ends a line, too, and lines stay as they are, empty ones included.
 */
final class LineSplitter {
  /** Room for any line but the last one; thousands of answers may be open at once. */
  private static final int FIRST_SIZE = 4 * 1024;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = LOWEST_BITS << 7;
  private static final long LINE_ENDS = LOWEST_BITS * '\n';

  private final int limit;
  private final boolean ofEvents;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int end;
  private int scanned;
  private boolean afterReturn;

  /** Refuses lines longer than {@code limit} bytes. */
  LineSplitter(int limit) {
    this(limit, false);
  }

  private LineSplitter(int limit, boolean ofEvents) {
    this.limit = limit;
    this.ofEvents = ofEvents;
  }

  /** Cuts as server-sent events ask for; refuses lines longer than {@code limit} bytes. */
  static LineSplitter ofEvents(int limit) {
    return new LineSplitter(limit, true);
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
    if (end > 0) {
      line(0, end, lines);
    }
    end = 0;
    scanned = 0;
  }

  private void handOver(Lines lines) {
    var start = ofEvents ? eventLines(lines) : plainLines(lines);
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
    }
    scanned = end;
  }

  /** Hands over whole lines; where the one after them starts. */
  private int plainLines(Lines lines) {
    var start = 0;
    for (var i = lineEnd(scanned); i < end; i = lineEnd(start)) {
      line(start, i, lines);
      start = i + 1;
    }
    return start;
  }

  /** The next line end, or the end of what is here; eight bytes at once where none is one. */
  private int lineEnd(int from) {
    var all = bytes;
    var stop = end;
    var i = from;
    while (i <= stop - Long.BYTES && !holdsLineEnd((long) EIGHT_BYTES.get(all, i))) {
      i += Long.BYTES;
    }
    while (i < stop && all[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Only a byte of 0 borrows from its own highest bit. */
  private static boolean holdsLineEnd(long eight) {
    var different = eight ^ LINE_ENDS;
    return ((different - LOWEST_BITS) & ~different & HIGHEST_BITS) != 0;
  }

  /** The same where {@code \r} ends a line, and {@code \n} right after it does not. */
  private int eventLines(Lines lines) {
    var all = bytes;
    var stop = end;
    var start = 0;
    for (var i = scanned; i < stop; i++) {
      var isReturn = all[i] == '\r';
      if (all[i] == '\n' || isReturn) {
        if (!afterReturn || isReturn) {
          line(start, i, lines);
        }
        start = i + 1;
      }
      afterReturn = isReturn;
    }
    return start;
  }

  private void line(int start, int stop, Lines lines) {
    if (ofEvents) {
      lines.line(bytes, start, stop - start);
      return;
    }
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
