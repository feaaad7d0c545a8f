package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Agents that go through a run's motions, one short call each, on servers that cost no model. */
public final class Rehearsal {
  private final AgentRuntime runtime;
  private final List<URI> endpoints;
  private final Model model;

  /**
   * A rehearsal.
   *
   * @param runtimes schedule the agents and make their calls
   * @param runtime the name of the one to rehearse
   * @param endpoints one per agent
   * @param model to ask for
   * @throws dev.tr116.plan.SettingsException when this JVM cannot run that runtime
   */
  public Rehearsal(AgentRuntimes runtimes, String runtime, List<URI> endpoints, Model model) {
    this.runtime = runtimes.named(runtime);
    this.endpoints = List.copyOf(endpoints);
    this.model = model;
  }

  /** Releases all agents together once; what each did. */
  public List<AgentRun> round() {
    var agents = new ArrayList<Agent>();
    for (var i = 0; i < endpoints.size(); i++) {
      agents.add(
          new Agent(
              new Agent.Orders(
                  new AgentRole("agent-" + (i + 1)),
                  endpoints.get(i),
                  model,
                  GenerationOptions.SERVER_DEFAULTS,
                  GenerationOptions.SERVER_DEFAULTS,
                  new OneCall(),
                  call -> "",
                  "0",
                  Timeouts.STANDARD)));
    }
    runtime.run(agents);
    return agents.stream().map(Agent::outcome).toList();
  }

  private record OneCall() implements Workload {
    @Override
    public String name() {
      return "rehearsal";
    }

    @Override
    public Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls) {
      return calls.isEmpty() ? Optional.of(new Ask(name(), name())) : Optional.empty();
    }
  }
}
