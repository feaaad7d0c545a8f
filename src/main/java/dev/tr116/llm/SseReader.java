package dev.tr116.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into server-sent events, as the HTML standard defines them, and hands over
 * the data of each. Names, ids and comments are passed over.
 */
final class SseReader {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};

  private final int limit;
  private final LineSplitter lines;
  private final Data data = new Data();
  private boolean hasData;
  private boolean begun;
  private boolean tooLong;

  /** Refuses lines, and data, longer than {@code limit} bytes. */
  SseReader(int limit) {
    this.limit = limit;
    this.lines = LineSplitter.ofEvents(limit);
  }

  /**
   * Takes the next bytes and hands over every event they complete.
   *
   * @return false when a line or an event's data is too long; the reader is of no further use then
   */
  boolean take(ByteBuffer buffer, Events events) {
    return lines.take(buffer, (bytes, offset, length) -> line(bytes, offset, length, events))
        && !tooLong;
  }

  /** Hands over what stands after the last event, if anything does. */
  void finish(Events events) {
    lines.finish((bytes, offset, length) -> line(bytes, offset, length, events));
    dispatch(events);
  }

  private void line(byte[] bytes, int offset, int length, Events events) {
    var start = offset;
    var end = offset + length;
    if (!begun) {
      begun = true;
      start += length >= MARK.length && startsWith(bytes, offset, MARK) ? MARK.length : 0;
    }
    if (start == end) {
      dispatch(events);
      return;
    }
    var colon = start;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    var value = Math.min(colon + 1, end);
    value += value < end && bytes[value] == ' ' ? 1 : 0;
    if (Arrays.equals(DATA, 0, DATA.length, bytes, start, colon)) {
      append(bytes, value, end);
      return;
    }
    switch (name(bytes, start, colon)) {
      case "", "event", "id", "retry" -> {
        // Comments keep a connection alive; the data alone says what an event is.
      }
      default -> events.stray(bytes, start, end - start);
    }
  }

  /** A field's name; names longer than any known one are cut, since they mean nothing. */
  private static String name(byte[] bytes, int start, int colon) {
    return new String(bytes, start, Math.min(colon - start, 8), StandardCharsets.ISO_8859_1);
  }

  private void append(byte[] bytes, int start, int end) {
    if (data.size() + (end - start) > limit) {
      tooLong = true;
      return;
    }
    if (hasData) {
      data.write('\n');
    }
    hasData = true;
    data.write(bytes, start, end - start);
  }

  private void dispatch(Events events) {
    if (data.size() > 0) {
      data.handTo(events);
    }
    data.reset();
    hasData = false;
  }

  private static boolean startsWith(byte[] bytes, int offset, byte[] start) {
    for (var i = 0; i < start.length; i++) {
      if (bytes[offset + i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** The lines of one event so far, which need no copy. */
  private static final class Data extends ByteArrayOutputStream {
    void handTo(Events events) {
      events.data(buf, 0, count);
    }
  }

  /** Who wants the events. */
  interface Events {
    /**
     * The data of one event, its lines joined by {@code \n}; never empty, and valid during the call
     * only.
     */
    void data(byte[] bytes, int offset, int length);

    /** A line that no event has: of another protocol, or a field that nobody defined. */
    void stray(byte[] bytes, int offset, int length);
  }
}
