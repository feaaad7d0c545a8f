package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.util.concurrent.CompletableFuture;

/** A call under way that no thread waits for. */
public interface Flight {
  /** What happened, once the call is over; it never completes with an exception. */
  CompletableFuture<CallTrace> outcome();

  /** Ends the call as {@code CANCELLED} and closes its connection, unless it has ended before. */
  void cancel();
}
