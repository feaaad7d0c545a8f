package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.trace.CallTrace;
import java.util.List;
import java.util.Optional;

/** What agents are asked to do. */
public interface Workload {
  /** The name that chooses it, e.g. {@code prompt}. */
  String name();

  /**
   * The next call of one agent; nothing when its work is done.
   *
   * @param role the part it plays
   * @param nonce a text that is new for every call, so that no server answers a prompt from its
   *     cache; it stands at the head of the prompt
   * @param calls the agent's calls so far, in order, each of which succeeded
   */
  Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls);

  /**
   * Whether an agent has work of its own before its first call, so that {@link #next} must not be
   * asked before the barrier.
   */
  default boolean beginsWithOwnWork(AgentRole role) {
    return false;
  }

  /** The same without the calls after the first: enough to load a model. */
  default Workload firstCall() {
    return new FirstCall(this);
  }

  /**
   * One call to make.
   *
   * @param stage what it is for, e.g. {@code prompt}
   * @param prompt what is asked
   * @param ownStage the name of the agent's own work that led to the prompt, whose time is kept,
   *     e.g. {@code ingest}; empty where writing the prompt was no work to speak of
   */
  record Ask(String stage, String prompt, Optional<String> ownStage) {
    /** A call that took no work of the agent's own. */
    public Ask(String stage, String prompt) {
      this(stage, prompt, Optional.empty());
    }
  }
}
