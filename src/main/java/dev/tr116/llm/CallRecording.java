package dev.tr116.llm;

import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it runs. The thread that reads the answer writes, the caller
 * decides when it is enough; the first ending counts, and nothing is recorded after {@link #seal}.
 * Each lock is held for a few assignments, so the reading thread never waits for the caller's work.
 */
final class CallRecording {
  private final LlmRequest request;
  private final long started;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final CompletableFuture<@Nullable Void> ending = new CompletableFuture<>();

  private final StringBuilder answer = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private long[] chunks = new long[256];
  private int chunkCount;

  private OptionalLong sent = OptionalLong.empty();
  private OptionalLong headers = OptionalLong.empty();
  private OptionalInt status = OptionalInt.empty();
  private OptionalLong firstThinking = OptionalLong.empty();
  private OptionalLong firstContent = OptionalLong.empty();
  private long lastLine;
  private boolean hasLine;
  private OptionalLong done = OptionalLong.empty();
  private OptionalLong over = OptionalLong.empty();
  private Optional<String> doneReason = Optional.empty();
  private ServerTimings timings = ServerTimings.UNKNOWN;
  private Optional<CallFailure> failure = Optional.empty();
  private boolean sealed;
  private volatile boolean isDecided;

  /** Begins at {@code started}, ns. */
  CallRecording(LlmRequest request, long started) {
    this.request = request;
    this.started = started;
  }

  /** The request was handed to the socket. */
  synchronized void sent(long now) {
    if (!sealed) {
      sent = OptionalLong.of(now);
    }
  }

  /** The status line and the headers have arrived. */
  synchronized void headers(long now, int received) {
    if (!sealed) {
      headers = OptionalLong.of(now);
      status = OptionalInt.of(received);
    }
  }

  /** A line has arrived; one after the ending does not count. */
  synchronized void line(long now, StreamLine line) {
    if (isDecided()) {
      return;
    }
    text(now, line.response(), line.thinking());
    if (line.error().isPresent()) {
      fail(FailureKind.ERROR_LINE, FailureMessages.errorLine(line.error().get()));
    } else if (line.done()) {
      done = OptionalLong.of(now);
      doneReason = line.doneReason();
      timings = line.timings();
      decide();
    }
  }

  /** A line has arrived that carries nothing but text; one after the ending does not count. */
  synchronized void text(long now, String answered, String thought) {
    if (isDecided()) {
      return;
    }
    lastLine = now;
    hasLine = true;
    if (!answered.isEmpty() || !thought.isEmpty()) {
      chunk(now, answered, thought);
    }
  }

  private void chunk(long now, String answered, String thought) {
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunkCount);
    }
    chunks[chunkCount++] = now;
    if (!thought.isEmpty()) {
      if (thinking.isEmpty()) {
        firstThinking = OptionalLong.of(now);
      }
      thinking.append(thought);
    }
    if (!answered.isEmpty()) {
      if (answer.isEmpty()) {
        firstContent = OptionalLong.of(now);
      }
      answer.append(answered);
    }
  }

  /** Ends the call as failed, unless it has ended before. */
  synchronized void fail(FailureKind kind, String message) {
    if (!isDecided()) {
      failure = Optional.of(new CallFailure(kind, message, status, answer.length()));
      decide();
    }
  }

  private void decide() {
    isDecided = true;
    decided.countDown();
    ending.complete(null);
  }

  /** The connection carries nothing more of this call. */
  synchronized void over(long now) {
    if (!sealed && over.isEmpty()) {
      over = OptionalLong.of(now);
    }
  }

  /** Closes the recording; a call that was not over is over {@code now}. */
  synchronized void seal(long now) {
    over(now);
    sealed = true;
  }

  /** Waits until the call has ended in one way or another, for so many ns at most. */
  boolean awaitDecided(long nanos) throws InterruptedException {
    return decided.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Runs an action once the call has ended in one way or another, never on the reading thread. */
  void whenDecided(Runnable action, Executor executor) {
    var _ = ending.thenRunAsync(action, executor);
  }

  /** Whether the ending is known. */
  boolean isDecided() {
    return isDecided;
  }

  /** How far the call has come. */
  synchronized Progress progress() {
    var firstToken = chunkCount == 0 ? OptionalLong.empty() : OptionalLong.of(chunks[0]);
    return new Progress(
        started, sent, firstToken, hasLine ? OptionalLong.of(lastLine) : OptionalLong.empty());
  }

  /** The status received. */
  synchronized OptionalInt status() {
    return status;
  }

  /** Why the call failed, as far as that is known. */
  synchronized Optional<CallFailure> failure() {
    return failure;
  }

  /** Everything recorded; the recording must be sealed. */
  CallTrace trace() {
    var lastContent =
        chunkCount == 0 ? OptionalLong.empty() : OptionalLong.of(chunks[chunkCount - 1]);
    return new CallTrace(
        request.stage(),
        new Stamps(
            request.intended(),
            sent,
            headers,
            firstThinking,
            firstContent,
            lastContent,
            done,
            over.orElseThrow()),
        ChunkTimes.of(chunks, chunkCount),
        timings,
        doneReason,
        answer.toString(),
        thinking.toString(),
        failure);
  }
}
