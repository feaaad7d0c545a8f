package dev.tr116.server.script;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** One thing a script does. */
sealed interface Step {

  /** Moves the schedule on; the next step is not played before. */
  record Wait(Duration duration) implements Step {}

  /** Sends the headers now instead of together with the first bytes of the body. */
  record Headers() implements Step {}

  /** Sends lines with text, each {@code gap} after the one before. */
  record Text(String response, String thinking, int count, Duration gap) implements Step {}

  /** Sends an answer as its device generates it. */
  record Generate(SharedGpu.Slot slot, Answer answer) implements Step {}

  /** Sends a whole line as it is. */
  record Line(String json) implements Step {}

  /** Sends bytes as they are, as part of the body. */
  record Raw(ByteBuffer bytes) implements Step {
    byte[] toArray() {
      var copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return copy;
    }
  }

  /** Sends the terminator; without one given, what was played is reported. */
  record Done(Optional<Terminator> terminator) implements Step {}

  /** Sends nothing more until the client closes. */
  record Stall() implements Step {}

  /** Closes the connection without the end of the body. */
  record Cut() implements Step {}

  /** Resets the connection. */
  record Reset() implements Step {}
}
