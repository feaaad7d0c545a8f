package dev.tr116.exec;

import dev.tr116.llm.LlmRequest;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * One agent of a part, as far as the program has told: which event may come next, and what it means
 * for the agent's work.
 */
final class AgentTrack {
  private final int index;
  private final Steps steps;
  private Optional<LlmRequest> request;
  private Optional<CallTrack> call = Optional.empty();
  private int calls;
  private long latest;
  private boolean started;
  private boolean ended;
  private boolean failed;
  private boolean finished;
  private Optional<Duration> timeout;

  /** Begins with the call in its plan, if there is any. */
  AgentTrack(int index, Steps steps, Optional<LlmRequest> planned) {
    this.index = index;
    this.steps = steps;
    this.request = planned;
    this.timeout = planned.map(first -> first.timeouts().total());
  }

  /** Whether the program does not know yet what this agent is to do first. */
  boolean hasNoOrder() {
    return request.isEmpty();
  }

  /** How long its latest call may take. */
  Optional<Duration> timeout() {
    return timeout;
  }

  boolean hasEnded() {
    return ended;
  }

  boolean hasFailed() {
    return failed;
  }

  /** The latest stamp, on the program's clock. */
  long latest() {
    return latest;
  }

  /** The barrier was opened. */
  void released(long ns) {
    latest = ns;
  }

  /**
   * Takes what was told of this agent.
   *
   * @param clock from the program's clock to this JVM's
   * @param ending whether agents may end before their work is done, as one failed or all shall end
   * @return what the program is to be told
   */
  Optional<String> take(Event.OfAgent event, LongUnaryOperator clock, boolean ending)
      throws ProtocolException {
    require(!ended, event, "comes after agent_end");
    switch (event) {
      case Event.AgentStart start -> {
        require(!started, event, "comes twice");
        var barrier = latest;
        advance(start.ns(), event);
        started = true;
        steps.begin(clock.applyAsLong(start.ns()));
        begin(barrier);
      }
      case Event.AgentEnd end -> {
        advance(end.ns(), event);
        require(
            finished || failed || ending,
            event,
            "comes before the agent's work was done: it waits for the command call or end");
        end(end.ns(), clock);
      }
      case Event.OfCall ofCall -> {
        return take(ofCall, clock);
      }
    }
    return Optional.empty();
  }

  private Optional<String> take(Event.OfCall event, LongUnaryOperator clock)
      throws ProtocolException {
    require(started, event, "comes before agent_start");
    require(call.isPresent(), event, "comes while this agent has no call to make");
    require(event.call() == calls, event, "is of another call than " + calls);
    var track = call.orElseThrow();
    switch (event) {
      case Event.Sent sent -> {
        require(!track.isSent(), event, "comes twice");
        advance(sent.ns(), event);
        track.sent(sent);
      }
      case Event.Headers headers -> {
        require(track.isSent() && !track.hasHeaders(), event, "must follow sent, once");
        advance(headers.ns(), event);
        track.headers(headers);
      }
      case Event.Chunks chunks -> {
        require(track.hasHeaders(), event, "must follow headers");
        for (var ns : chunks.ns()) {
          advance(ns, event);
        }
        track.chunks(chunks);
      }
      case Event.Done done -> {
        require(track.hasHeaders(), event, "must follow headers");
        advance(done.ns(), event);
        advance(done.closed(), event);
        return next(track.done(done, clock), clock);
      }
      case Event.Failed broken -> {
        advance(broken.ns(), event);
        failed = true;
        keep(track.failed(broken, clock));
      }
    }
    return Optional.empty();
  }

  /** Ends an agent of which nothing more will be heard. */
  void abandon(FailureKind kind, String message, LongUnaryOperator clock, long now) {
    if (ended) {
      return;
    }
    var track = call.or(() -> request.map(first -> new CallTrack(first, now)));
    track.ifPresent(open -> keep(open.failed(kind, message, now, clock)));
    if (!started) {
      steps.begin(clock.applyAsLong(now));
    }
    steps.end(clock.applyAsLong(now));
    ended = true;
  }

  private Optional<String> next(CallTrace trace, LongUnaryOperator clock) {
    keep(trace);
    var told = order(clock.applyAsLong(latest));
    begin(latest);
    return Optional.of(told);
  }

  /**
   * Asks for the agent's next call.
   *
   * @param intended when it was meant to start, on this JVM's clock
   * @return what the program is to be told
   */
  String order(long intended) {
    request = steps.next(intended);
    finished = request.isEmpty();
    timeout = request.map(more -> more.timeouts().total()).or(() -> timeout);
    return request.map(more -> PlanLines.call(index, more)).orElseGet(() -> PlanLines.end(index));
  }

  private void begin(long intended) {
    call = request.map(first -> new CallTrack(first, intended));
    request = Optional.empty();
  }

  private void keep(CallTrace trace) {
    steps.keep(trace);
    call = Optional.empty();
    request = Optional.empty();
    calls++;
  }

  /** A call that it was given and did not make is one that was cancelled. */
  private void end(long ns, LongUnaryOperator clock) {
    if (call.or(() -> request.map(first -> new CallTrack(first, ns))).isPresent()) {
      abandon(
          FailureKind.CANCELLED, "the program ended the agent before its call was over", clock, ns);
      return;
    }
    if (!started) {
      steps.begin(clock.applyAsLong(ns));
    }
    steps.end(clock.applyAsLong(ns));
    ended = true;
  }

  private void advance(long ns, Event.OfAgent event) throws ProtocolException {
    require(ns >= latest, event, "has a stamp that goes backwards, " + ns + " after " + latest);
    latest = ns;
  }

  private void require(boolean holds, Event.OfAgent event, String what) throws ProtocolException {
    if (!holds) {
      throw new ProtocolException(
          "the event "
              + event.getClass().getSimpleName()
              + " of agent "
              + index
              + " ("
              + steps.role()
              + ") "
              + what);
    }
  }
}
