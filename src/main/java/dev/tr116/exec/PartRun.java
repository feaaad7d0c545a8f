package dev.tr116.exec;

import dev.tr116.llm.LlmRequest;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One part: its plan goes out, its events come in, until every agent has ended. */
final class PartRun {
  private final ProgramProcess program;
  private final Patience patience;
  private final UnaryOperator<String> explained;
  private final List<Optional<LlmRequest>> first;
  private final List<? extends Steps> agents;
  private final List<AgentTrack> tracks = new ArrayList<>();
  private long wentAt;
  private Optional<Long> released = Optional.empty();
  private Optional<Long> over = Optional.empty();
  private boolean interrupted;

  /**
   * A part that has not begun.
   *
   * @param explained what is told of a program that broke the protocol, given how
   */
  PartRun(
      ProgramProcess program,
      Patience patience,
      List<? extends Steps> agents,
      UnaryOperator<String> explained) {
    this.program = program;
    this.explained = explained;
    this.patience = patience;
    this.agents = agents;
    this.first =
        agents.stream()
            .map(
                agent ->
                    agent.beginsWithOwnWork()
                        ? Optional.<LlmRequest>empty()
                        : agent.next(System.nanoTime()))
            .toList();
    for (var i = 0; i < agents.size(); i++) {
      tracks.add(new AgentTrack(i, agents.get(i), first.get(i)));
    }
    this.wentAt = System.nanoTime();
  }

  /** Runs it; agents of which the program does not tell the end fail with what is wrong. */
  Part run() {
    Optional<String> broken = Optional.empty();
    try {
      begin();
      while (over.isEmpty()) {
        take(next(interrupted ? patience.grace() : longestCall().plus(patience.grace())));
      }
    } catch (ProtocolException wrong) {
      var message = explained.apply(wrong.reason());
      broken = Optional.of(message);
      var now = System.nanoTime() - offset();
      for (var track : tracks) {
        track.abandon(FailureKind.MALFORMED, message, this::here, now);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    var end = tracks.stream().mapToLong(AgentTrack::latest).max().orElse(wentAt - offset());
    return new Part(
        released.map(this::here).orElse(wentAt),
        broken.isPresent() ? System.nanoTime() : here(end),
        interrupted,
        broken);
  }

  private void begin() throws ProtocolException {
    program.write(PlanLines.plan(agents, first));
    if (!(next(patience.ready()) instanceof Event.Ready)) {
      throw new ProtocolException("it must write the event ready first, and nothing before it");
    }
    wentAt = System.nanoTime();
    program.write(interrupted ? PlanLines.cancel() : PlanLines.go());
    orderFirstCalls();
  }

  /** The agents' own work before their first call is done side by side, as it is elsewhere. */
  private void orderFirstCalls() {
    tracks.stream()
        .filter(AgentTrack::hasNoOrder)
        .map(
            track ->
                CompletableFuture.runAsync(
                    () -> program.write(track.order(System.nanoTime())),
                    Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private Duration longestCall() {
    return tracks.stream()
        .map(AgentTrack::timeout)
        .flatMap(Optional::stream)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private void take(Event event) throws ProtocolException {
    switch (event) {
      case Event.Ready ready ->
          throw new ProtocolException("the event ready must come once for every plan");
      case Event.Released barrier -> {
        require(released.isEmpty(), "the event released must come once");
        released = Optional.of(barrier.ns());
        tracks.forEach(track -> track.released(barrier.ns()));
      }
      case Event.OfAgent ofAgent -> {
        require(released.isPresent(), "the event released must come before every other");
        require(
            ofAgent.agent() < tracks.size(),
            "there is no agent " + ofAgent.agent() + " in the plan");
        tracks
            .get(ofAgent.agent())
            .take(ofAgent, this::here, interrupted || anyFailed())
            .ifPresent(program::write);
      }
      case Event.Over end -> {
        require(
            tracks.stream().allMatch(AgentTrack::hasEnded),
            "the event end must come after the agent_end of every agent");
        require(
            tracks.stream().allMatch(track -> track.latest() <= end.ns()),
            "the stamp of end goes backwards");
        over = Optional.of(end.ns());
      }
    }
  }

  private boolean anyFailed() {
    return tracks.stream().anyMatch(AgentTrack::hasFailed);
  }

  /** The next event; an interrupt of this thread is passed on to the program once. */
  private Event next(Duration longest) throws ProtocolException {
    var deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      try {
        var left = deadline - System.nanoTime();
        var received = program.next(Math.max(0, left));
        if (received.isPresent()) {
          return event(received.get());
        }
        if (left <= 0) {
          throw new ProtocolException(
              "it has been silent for "
                  + longest.toMillis()
                  + " ms where it owes an event"
                  + program.lastWords());
        }
      } catch (InterruptedException stopped) {
        if (!interrupted) {
          interrupted = true;
          deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience.grace());
          program.write(PlanLines.cancel());
        }
      }
    }
  }

  private Event event(ProgramProcess.Received received) throws ProtocolException {
    return switch (received) {
      case ProgramProcess.Line(var text) -> EventReader.read(text);
      case ProgramProcess.End(var why) ->
          throw new ProtocolException(
              "its standard output ended before the event end"
                  + why.map(reason -> " (" + reason + ")").orElse("")
                  + program.epitaph());
    };
  }

  private static void require(boolean holds, String what) throws ProtocolException {
    if (!holds) {
      throw new ProtocolException(what);
    }
  }

  private long offset() {
    return released.map(ns -> wentAt - ns).orElse(0L);
  }

  /** From the program's clock to this JVM's: its barrier is where it was told to go. */
  private long here(long ns) {
    return ns + offset();
  }
}
