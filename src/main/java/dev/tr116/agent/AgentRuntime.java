package dev.tr116.agent;

import java.util.List;

/** A way of scheduling agents side by side. */
interface AgentRuntime extends AutoCloseable {
  /**
   * Releases all agents by one barrier and waits for the last; when one fails, the others are
   * ended. What each did stays with the agent.
   */
  Span run(List<Agent> agents);

  /** Ends what it keeps from run to run. */
  @Override
  default void close() {}

  /**
   * From the barrier to the end of the last agent.
   *
   * @param released ns of the monotonic clock
   * @param ended ns of the monotonic clock
   * @param interrupted whether the run was stopped from outside
   */
  record Span(long released, long ended, boolean interrupted) {}
}
