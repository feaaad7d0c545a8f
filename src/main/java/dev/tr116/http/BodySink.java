package dev.tr116.http;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What becomes of an answer's body. */
public interface BodySink {
  /** Bytes that arrived at {@code now}, ns; they are valid during the call only. */
  void take(ByteBuffer buffer, long now);

  /** The body is over; {@code broken} says why, when it did not end by itself. */
  void end(Optional<Throwable> broken, long now);
}
