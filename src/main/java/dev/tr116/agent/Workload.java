package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import java.util.List;

/** What agents are asked to do. */
public interface Workload {
  /** The name that chooses it, e.g. {@code prompt}. */
  String name();

  /**
   * The calls of one agent, in order.
   *
   * @param role the part it plays
   * @param nonce a text that is new for every call, so that no server answers a prompt from its
   *     cache; it stands at the head of each prompt
   */
  List<Ask> asks(AgentRole role, String nonce);

  /**
   * One call to make.
   *
   * @param stage what it is for, e.g. {@code prompt}
   * @param prompt what is asked
   */
  record Ask(String stage, String prompt) {}
}
