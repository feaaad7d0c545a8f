package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Agents of the tests, each with so many calls, one after the other. */
final class Sequence {
  private Sequence() {}

  static List<Agent> agents(Timeouts timeouts, int calls, URI... endpoints) {
    return Stream.iterate(0, i -> i < endpoints.length, i -> i + 1)
        .map(i -> agent("agent-" + i, endpoints[i], timeouts, calls))
        .toList();
  }

  private static Agent agent(String role, URI endpoint, Timeouts timeouts, int calls) {
    return new Agent(
        new Agent.Orders(
            new AgentRole(role),
            endpoint,
            Model.named("gemma3"),
            GenerationOptions.SERVER_DEFAULTS,
            GenerationOptions.SERVER_DEFAULTS,
            new Calls(role, calls),
            call -> "",
            "10m",
            timeouts));
  }

  private record Calls(String name, int count) implements Workload {
    @Override
    public Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls) {
      var next = calls.size() + 1;
      var before = calls.isEmpty() ? "" : " after " + calls.getLast().answer();
      return next > count
          ? Optional.empty()
          : Optional.of(new Ask("call-" + next, role + " asks " + next + before));
    }

    /** Whatever begins at the barrier: every second agent of the tests. */
    @Override
    public boolean beginsWithOwnWork(AgentRole role) {
      return role.name().matches(".*[13579]");
    }
  }
}
