package dev.tr116.agent;

import dev.tr116.llm.LlmClient;
import java.util.List;

/** A way of scheduling agents side by side. */
interface AgentRuntime extends AutoCloseable {
  /**
   * Releases all agents by one barrier and waits for the last; when one fails, the others are
   * ended. What each did stays with the agent.
   */
  Span run(List<Agent> agents);

  /**
   * Has every agent do what it can before the barrier.
   *
   * @throws IllegalStateException when one breaks
   */
  static void prepare(List<Agent> agents, LlmClient client) {
    try {
      agents.forEach(agent -> agent.prepare(client));
    } catch (RuntimeException thrown) {
      throw new IllegalStateException("an agent broke instead of reporting", thrown);
    }
  }

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
