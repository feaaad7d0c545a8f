package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.trace.CallTrace;
import java.util.List;
import java.util.Optional;

/** A workload that ends after its first call. */
record FirstCall(Workload whole) implements Workload {
  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public boolean beginsWithOwnWork(AgentRole role) {
    return whole.beginsWithOwnWork(role);
  }

  @Override
  public Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls) {
    return calls.isEmpty() ? whole.next(role, nonce, calls) : Optional.empty();
  }
}
