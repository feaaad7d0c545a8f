package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows a line again that is the same as one that was parsed, byte by byte, but for the contents of
 * its text and of values that mean nothing. Most token lines of an answer are, and to compare takes
 * a fraction of parsing. A line it does not know may be anything: one whose text has escapes, too.
 */
final class LineTemplate {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = LOWEST_BITS << 7;
  private static final long QUOTES = LOWEST_BITS * '"';
  private static final long BACKSLASHES = LOWEST_BITS * '\\';
  private static final int FIRST_PRINTABLE = 0x20;
  private static final long PRINTABLES = LOWEST_BITS * FIRST_PRINTABLE;
  private static final int MOST_DIGITS = 18;
  private static final char NO_UTF_8 = '\uFFFD';

  private final byte[] line;
  private final Gap[] gaps;

  /** Of a JSON object that was parsed, with gaps in the order of their places. */
  LineTemplate(byte[] line, List<Gap> gaps) {
    this.line = line.clone();
    this.gaps = gaps.toArray(Gap[]::new);
  }

  /** The text of such a line; null of any other. */
  @Nullable String text(byte[] bytes, int offset, int length) {
    var text = "";
    var stop = offset + length;
    var at = offset;
    var same = 0;
    for (var gap : gaps) {
      var next = at + gap.start - same;
      if (next > stop || !Arrays.equals(line, same, gap.start, bytes, at, next)) {
        return null;
      }
      at = gap.isNumber ? numberEnd(bytes, next, stop) : stringEnd(bytes, next, stop);
      var isAscii = isAscii(bytes, next, at);
      if (gap.isText) {
        text = new String(bytes, next, at - next, isAscii ? ISO_8859_1 : UTF_8);
      } else if (!isAscii || (gap.isNumber && at == next)) {
        return null;
      }
      same = gap.end;
    }
    return Arrays.equals(line, same, line.length, bytes, at, stop) && text.indexOf(NO_UTF_8) < 0
        ? text
        : null;
  }

  private static boolean isAscii(byte[] bytes, int start, int end) {
    var all = 0;
    for (var i = start; i < end; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  /** Where a string's plain characters end; eight bytes at once where all are plain. */
  private static int stringEnd(byte[] bytes, int start, int stop) {
    var i = start;
    while (i <= stop - Long.BYTES && isPlain((long) EIGHT_BYTES.get(bytes, i))) {
      i += Long.BYTES;
    }
    while (i < stop && isPlain(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(byte one) {
    return one != '"' && one != '\\' && (one < 0 || one >= FIRST_PRINTABLE);
  }

  /** Says no of eight bytes that are plain at times, never yes of others. */
  private static boolean isPlain(long eight) {
    var control = (eight - PRINTABLES) & ~eight;
    return ((control | zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES)) & HIGHEST_BITS) == 0;
  }

  private static long zeros(long eight) {
    return (eight - LOWEST_BITS) & ~eight;
  }

  /** Where a whole number ends; where it starts when it is none that JSON allows. */
  private static int numberEnd(byte[] bytes, int start, int stop) {
    var i = start;
    while (i < stop && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    var digits = i - start;
    return digits > MOST_DIGITS || (digits > 1 && bytes[start] == '0') ? start : i;
  }

  /**
   * What may differ.
   *
   * @param start the first byte of a string's contents, or of a number
   * @param end the byte after them
   */
  record Gap(int start, int end, boolean isNumber, boolean isText) {}
}
