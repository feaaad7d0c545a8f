package dev.tr116.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes a body out of its chunks, see RFC 9112, section 7.1. Extensions and trailers are skipped.
 */
final class Chunks {
  /** The most bytes of one extension, or of all trailers. */
  private static final int SKIPPED_LIMIT = 64 * 1024;

  private static final int MOST_DIGITS = 15;

  private Place place = Place.SIZE;
  private long missing;
  private int digits;
  private int skipped;
  private boolean lineIsEmpty = true;

  private enum Place {
    SIZE,
    AFTER_SIZE,
    EXTENSION,
    DATA,
    AFTER_DATA,
    END_OF_DATA,
    TRAILERS
  }

  /**
   * Hands over what the bytes hold of the body.
   *
   * @return whether the last chunk and the trailers have ended
   * @throws IOException when these are no chunks
   */
  boolean take(ByteBuffer bytes, BodySink sink, long now) throws IOException {
    while (bytes.hasRemaining()) {
      if (place == Place.DATA) {
        var count = (int) Math.min(missing, bytes.remaining());
        hand(bytes, count, sink, now);
        missing -= count;
        place = missing == 0 ? Place.AFTER_DATA : Place.DATA;
      } else if (framing(bytes.get())) {
        return true;
      }
    }
    return false;
  }

  /** Hands over so many bytes, whatever the taker leaves of them. */
  static void hand(ByteBuffer bytes, int count, BodySink sink, long now) {
    var limit = bytes.limit();
    var end = bytes.position() + count;
    bytes.limit(end);
    sink.take(bytes, now);
    bytes.limit(limit).position(end);
  }

  private boolean framing(byte next) throws IOException {
    switch (place) {
      case SIZE -> size(next);
      case AFTER_SIZE -> {
        expect(next, '\n');
        sizeEnds();
      }
      case EXTENSION -> {
        skip();
        if (next == '\n') {
          sizeEnds();
        }
      }
      case AFTER_DATA -> {
        expect(next, '\r');
        place = Place.END_OF_DATA;
      }
      case END_OF_DATA -> {
        expect(next, '\n');
        place = Place.SIZE;
      }
      case TRAILERS -> {
        return trailer(next);
      }
      case DATA -> throw new IllegalStateException("data is no framing");
    }
    return false;
  }

  private void size(byte next) throws IOException {
    var digit = Character.digit(next, 16);
    if (digit >= 0) {
      if (++digits > MOST_DIGITS) {
        throw new IOException("a chunk's size of more than " + MOST_DIGITS + " digits");
      }
      missing = 16 * missing + digit;
      return;
    }
    if (digits == 0) {
      throw unexpected(next, "a chunk's size");
    }
    switch (next) {
      case '\r' -> place = Place.AFTER_SIZE;
      case '\n' -> sizeEnds();
      case ';', ' ', '\t' -> place = Place.EXTENSION;
      default -> throw unexpected(next, "the end of a chunk's size");
    }
  }

  private void sizeEnds() {
    place = missing == 0 ? Place.TRAILERS : Place.DATA;
    digits = 0;
    skipped = 0;
  }

  private boolean trailer(byte next) throws IOException {
    skip();
    if (next == '\n') {
      var ended = lineIsEmpty;
      lineIsEmpty = true;
      return ended;
    }
    lineIsEmpty &= next == '\r';
    return false;
  }

  private void skip() throws IOException {
    if (++skipped > SKIPPED_LIMIT) {
      throw new IOException("more than " + SKIPPED_LIMIT + " bytes around a chunk");
    }
  }

  private static void expect(byte next, char expected) throws IOException {
    if (next != expected) {
      throw unexpected(next, "a chunk's line end");
    }
  }

  private static IOException unexpected(byte next, String instead) {
    return new IOException("0x%02x instead of %s".formatted(Byte.toUnsignedInt(next), instead));
  }
}
