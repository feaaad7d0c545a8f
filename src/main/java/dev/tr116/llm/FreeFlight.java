package dev.tr116.llm;

import dev.tr116.http.Exchange;
import dev.tr116.trace.CallTrace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings a call to its end without a thread that waits for it. */
final class FreeFlight implements Flight {
  private final GenerateCall call;
  private final CallRecording recording;
  private final ScheduledExecutorService steps;
  private final CompletableFuture<CallTrace> outcome = new CompletableFuture<>();
  private volatile @Nullable Future<?> watch;

  FreeFlight(GenerateCall call, CallRecording recording, ScheduledExecutorService steps) {
    this.call = call;
    this.recording = recording;
    this.steps = steps;
  }

  /** Begins; the exchange gives a future that is complete when its connection is free again. */
  void begin(Function<GenerateCall, Exchange> sending) {
    if (recording.isDecided()) {
      steps.execute(this::land);
      return;
    }
    watch(call.remaining());
    var exchange = sending.apply(call);
    recording.whenDecided(() -> leave(exchange), steps);
  }

  @Override
  public CompletableFuture<CallTrace> outcome() {
    return outcome;
  }

  @Override
  public void cancel() {
    call.cancel(FailureMessages.interrupted());
  }

  private void watch(long nanos) {
    watch =
        steps.schedule(
            () -> {
              var remaining = call.remaining();
              if (!recording.isDecided()) {
                watch(remaining);
              }
            },
            nanos,
            TimeUnit.NANOSECONDS);
  }

  /** The ending is known; a connection that can be used again is given a moment to come free. */
  private void leave(Exchange exchange) {
    if (!call.connectionIsUsable()) {
      land(exchange);
      return;
    }
    var free = new CompletableFuture<@Nullable Void>();
    var _ = exchange.over().whenComplete((any, thrown) -> free.complete(null));
    var patience =
        steps.schedule(
            () -> free.complete(null), GenerateCall.LINGER_MILLIS, TimeUnit.MILLISECONDS);
    var _ =
        free.thenRunAsync(
            () -> {
              patience.cancel(false);
              land(exchange);
            },
            steps);
  }

  private void land(Exchange exchange) {
    exchange.close();
    land();
  }

  private void land() {
    var watching = watch;
    if (watching != null) {
      watching.cancel(false);
    }
    recording.seal(System.nanoTime());
    outcome.complete(recording.trace());
  }
}
