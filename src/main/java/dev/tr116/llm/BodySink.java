package dev.tr116.llm;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What becomes of a response's body. */
interface BodySink {
  /** Bytes that arrived at {@code now}, ns. */
  void take(ByteBuffer buffer, long now);

  /** The body is over; {@code broken} says why, when it did not end by itself. */
  void end(Optional<Throwable> broken, long now);
}
