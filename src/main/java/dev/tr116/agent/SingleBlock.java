package dev.tr116.agent;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.PlannedRun;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A block of the suite {@code single}: its agents one after the other, each with the server for
 * itself. Where a server has to load the model with an agent's options first, an unmeasured call
 * makes it do so, and its load_duration is the agent's load time.
 */
final class SingleBlock {
  private final AgentRuntime runtime;
  private final Residents residents;
  private final List<Agent> agents;
  private final List<Agent> primers;
  private final List<AgentRun> primed = new ArrayList<>();
  private Optional<AgentRuntime.Span> first = Optional.empty();
  private AgentRuntime.Span last = new AgentRuntime.Span(0, 0, true);
  private Instant startedAt = Instant.now();
  private boolean interrupted;

  /**
   * A block.
   *
   * @param runtime schedules each agent
   * @param residents what the servers hold
   * @param agents in the order of the scenario
   * @param primers of each of them, in the same order
   */
  SingleBlock(AgentRuntime runtime, Residents residents, List<Agent> agents, List<Agent> primers) {
    this.runtime = runtime;
    this.residents = residents;
    this.agents = List.copyOf(agents);
    this.primers = List.copyOf(primers);
  }

  /** Runs it, its order turned by so many places. */
  SingleBlock run(long turned) {
    var order = new ArrayList<>(IntStream.range(0, agents.size()).boxed().toList());
    Collections.rotate(order, Math.floorMod(turned, agents.size()));
    for (var place : order) {
      prime(place);
      measure(agents.get(place));
    }
    return this;
  }

  /** Has each agent called for nothing but the warmth; whether that was stopped from outside. */
  boolean warmUp() {
    for (var agent : agents) {
      if (!interrupted) {
        interrupted = runtime.run(List.of(agent)).interrupted();
        residents.remember(agent.outcome());
      }
    }
    return interrupted;
  }

  /** What happened, as a run. */
  DualRun outcome(PlannedRun planned, BackendDescription backend) {
    var outcomes = agents.stream().map(this::outcome).toList();
    var succeeded =
        outcomes.stream().allMatch(AgentRun::succeeded)
            && primed.stream().allMatch(AgentRun::succeeded);
    return new DualRun(
        planned.id(),
        backend,
        startedAt,
        first.map(AgentRuntime.Span::released).orElse(0L),
        last.ended(),
        outcomes,
        List.of(),
        List.of(),
        interrupted ? RunStatus.INTERRUPTED : succeeded ? RunStatus.OK : RunStatus.FAILED,
        primed);
  }

  private void prime(int place) {
    if (!interrupted && !residents.hold(agents.get(place).outcome())) {
      var primer = primers.get(place);
      interrupted = runtime.run(List.of(primer)).interrupted();
      primed.add(primer.outcome());
      residents.remember(primer.outcome());
    }
  }

  private void measure(Agent agent) {
    if (interrupted) {
      return;
    }
    startedAt = first.isEmpty() ? Instant.now() : startedAt;
    last = runtime.run(List.of(agent));
    first = first.or(() -> Optional.of(last));
    interrupted = last.interrupted();
    residents.remember(agent.outcome());
  }

  /** An agent whose turn never came began and ended with the run. */
  private AgentRun outcome(Agent agent) {
    var run = agent.outcome();
    return run.calls().isEmpty() && run.started() == 0
        ? new AgentRun(
            run.role(),
            run.endpoint(),
            run.model(),
            run.options(),
            List.of(),
            last.ended(),
            last.ended())
        : run;
  }
}
