package dev.tr116.agent;

import dev.tr116.llm.Flight;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.ReadyCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Agents without threads of their own, in one part of a block: the end of a call begins the next
 * one. When a call fails, those still under way are cancelled.
 */
final class Relay {
  private final LlmClient client;
  private final ScheduledExecutorService steps;
  private final List<Agent> agents;
  private final Set<Flight> flying = new HashSet<>();
  private boolean stopped;
  private volatile long released;

  /** Agents whose every step after the first runs on {@code steps}. */
  Relay(LlmClient client, ScheduledExecutorService steps, List<Agent> agents) {
    this.client = client;
    this.steps = steps;
    this.agents = List.copyOf(agents);
  }

  /** Begins with every agent, on this thread; complete when all have ended. */
  CompletableFuture<@Nullable Void> release() {
    released = System.nanoTime();
    var ends = new ArrayList<CompletableFuture<@Nullable Void>>();
    for (var agent : agents) {
      agent.begin(System.nanoTime());
      ends.add(
          CompletableFuture.completedFuture(released)
              .thenCompose(intended -> step(agent, agent.first(client), intended))
              .whenComplete(
                  (none, broken) -> {
                    agent.end(System.nanoTime());
                    if (broken != null) {
                      stop();
                    }
                  }));
    }
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
  }

  /** When {@link #release} was called, ns; 0 before. */
  long released() {
    return released;
  }

  /** Ends every call under way, and every one that is begun after this. */
  void stop() {
    List<Flight> ended;
    synchronized (flying) {
      stopped = true;
      ended = List.copyOf(flying);
    }
    ended.forEach(Flight::cancel);
  }

  private CompletableFuture<@Nullable Void> step(
      Agent agent, Optional<ReadyCall> ready, long intended) {
    if (ready.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    var flight = ready.get().start(intended, steps);
    takeOff(flight);
    return flight
        .outcome()
        .thenCompose(
            call -> {
              land(flight);
              agent.keep(call);
              if (call.succeeded()) {
                var next = System.nanoTime();
                return step(agent, agent.ready(client), next);
              }
              stop();
              return CompletableFuture.completedFuture(null);
            });
  }

  private void takeOff(Flight flight) {
    boolean tooLate;
    synchronized (flying) {
      flying.add(flight);
      tooLate = stopped;
    }
    if (tooLate) {
      flight.cancel();
    }
  }

  private void land(Flight flight) {
    synchronized (flying) {
      flying.remove(flight);
    }
  }
}
