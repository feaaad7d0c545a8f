package dev.tr116.exec;

import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.Terminator;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/** What a program has told of one call so far, on the program's clock. */
final class CallTrack {
  private final LlmRequest request;
  private final long intended;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private OptionalLong sent = OptionalLong.empty();
  private OptionalLong headers = OptionalLong.empty();
  private OptionalInt status = OptionalInt.empty();
  private OptionalLong firstContent = OptionalLong.empty();
  private OptionalLong firstThinking = OptionalLong.empty();
  private final List<Long> chunks = new ArrayList<>();

  CallTrack(LlmRequest request, long intended) {
    this.request = request;
    this.intended = intended;
  }

  boolean isSent() {
    return sent.isPresent();
  }

  boolean hasHeaders() {
    return headers.isPresent();
  }

  void sent(Event.Sent event) {
    sent = OptionalLong.of(event.ns());
  }

  void headers(Event.Headers event) {
    headers = OptionalLong.of(event.ns());
    status = OptionalInt.of(event.status());
  }

  void chunks(Event.Chunks event) {
    var first = OptionalLong.of(event.ns().getFirst());
    if (!event.content().isEmpty()) {
      content.append(event.content());
      firstContent = firstContent.isEmpty() ? first : firstContent;
    }
    if (!event.thinking().isEmpty()) {
      thinking.append(event.thinking());
      firstThinking = firstThinking.isEmpty() ? first : firstThinking;
    }
    chunks.addAll(event.ns());
  }

  CallTrace done(Event.Done event, LongUnaryOperator clock) {
    return trace(
        OptionalLong.of(event.ns()),
        event.closed(),
        Optional.of(event.terminator()),
        Optional.empty(),
        clock);
  }

  CallTrace failed(Event.Failed event, LongUnaryOperator clock) {
    return failed(event.kind(), event.message(), event.status(), event.ns(), clock);
  }

  /** The call has failed in a way the program did not tell, by {@code closed} on its clock. */
  CallTrace failed(FailureKind kind, String message, long closed, LongUnaryOperator clock) {
    return failed(kind, message, OptionalInt.empty(), closed, clock);
  }

  private CallTrace failed(
      FailureKind kind, String message, OptionalInt told, long closed, LongUnaryOperator clock) {
    var failure =
        new CallFailure(kind, message, told.isPresent() ? told : status, content.length());
    return trace(OptionalLong.empty(), closed, Optional.empty(), Optional.of(failure), clock);
  }

  private CallTrace trace(
      OptionalLong done,
      long closed,
      Optional<Terminator> terminator,
      Optional<CallFailure> failure,
      LongUnaryOperator clock) {
    var stamps = chunks.stream().mapToLong(Long::longValue).map(clock).toArray();
    var last =
        stamps.length == 0 ? OptionalLong.empty() : OptionalLong.of(stamps[stamps.length - 1]);
    return new CallTrace(
        request.stage(),
        new Stamps(
            clock.applyAsLong(intended),
            on(clock, sent),
            on(clock, headers),
            on(clock, firstThinking),
            on(clock, firstContent),
            last,
            on(clock, done),
            clock.applyAsLong(closed)),
        ChunkTimes.of(stamps, stamps.length),
        terminator.map(Terminator::timings).orElse(ServerTimings.UNKNOWN),
        terminator.flatMap(Terminator::doneReason),
        content.toString(),
        thinking.toString(),
        failure);
  }

  private static OptionalLong on(LongUnaryOperator clock, OptionalLong stamp) {
    return stamp.isPresent()
        ? OptionalLong.of(clock.applyAsLong(stamp.getAsLong()))
        : OptionalLong.empty();
  }
}
