package dev.tr116.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one answer of HTTP/1.1 or 1.0 as its bytes arrive, see RFC 9112, sections 6 and 7. */
final class AnswerReader {
  /** The most interim answers before the final one; the JDK's client takes as many. */
  private static final int MOST_INTERIM = 8;

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Answer answer;
  private AnswerHead head = new AnswerHead();
  private int interim;
  private @Nullable BodySink body;
  private @Nullable Chunks chunks;

  /** Bytes of the body that are to come, unless it comes in chunks; below 0 until it is closed. */
  private long missing;

  private long length;
  private boolean whole;

  AnswerReader(Answer answer) {
    this.answer = answer;
  }

  /**
   * Takes bytes that arrived at {@code now}, ns, as far as they belong to this answer.
   *
   * @return whether the answer is whole; its body has been told so
   * @throws IOException when this is no HTTP; nobody has been told so
   */
  boolean take(ByteBuffer bytes, long now) throws IOException {
    while (!whole && bytes.hasRemaining()) {
      var sink = body;
      if (sink == null) {
        head(bytes, now);
      } else {
        body(sink, bytes, now);
      }
    }
    return whole;
  }

  /**
   * The server has closed the connection.
   *
   * @throws EOFException when that does not end the answer
   */
  void end(long now) throws EOFException {
    var sink = body;
    if (sink == null) {
      throw new EOFException(
          head.isBegun()
              ? "the connection was closed within the headers"
              : "the connection was closed before an answer");
    }
    if (chunks != null) {
      throw new EOFException("the connection was closed before the last chunk");
    }
    if (missing > 0) {
      throw new EOFException(
          "the connection was closed after " + (length - missing) + " of " + length + " bytes");
    }
    finish(sink, now);
  }

  /** The exchange failed. */
  void broke(Throwable thrown, long now) {
    var sink = body;
    if (sink != null && !whole) {
      whole = true;
      sink.end(Optional.of(thrown), now);
    }
    answer.broke(thrown);
  }

  /** Whether the connection can carry another exchange after this whole one. */
  boolean keepsConnection() {
    return missing == 0 && head.keepsConnection();
  }

  private void head(ByteBuffer bytes, long now) throws ProtocolException {
    if (!head.take(bytes)) {
      return;
    }
    var status = head.status();
    if (status == SWITCHING_PROTOCOLS) {
      throw new ProtocolException("status 101, which nobody asked for");
    }
    if (status < 200) {
      if (++interim > MOST_INTERIM) {
        throw new ProtocolException("more than " + MOST_INTERIM + " interim answers");
      }
      head = new AnswerHead();
      return;
    }
    if (status == NO_CONTENT || status == NOT_MODIFIED) {
      missing = 0;
    } else if (head.isChunked()) {
      chunks = new Chunks();
    } else {
      length = head.length().orElse(-1);
      missing = length;
    }
    var sink = answer.head(status, head.headers(), now);
    body = sink;
    if (missing == 0 && chunks == null) {
      finish(sink, now);
    }
  }

  private void body(BodySink sink, ByteBuffer bytes, long now) throws IOException {
    var inChunks = chunks;
    if (inChunks != null) {
      if (inChunks.take(bytes, sink, now)) {
        finish(sink, now);
      }
      return;
    }
    var count = missing < 0 ? bytes.remaining() : (int) Math.min(missing, bytes.remaining());
    Chunks.hand(bytes, count, sink, now);
    missing -= missing < 0 ? 0 : count;
    if (missing == 0) {
      finish(sink, now);
    }
  }

  private void finish(BodySink sink, long now) {
    whole = true;
    sink.end(Optional.empty(), now);
  }
}
