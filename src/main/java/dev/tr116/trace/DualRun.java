package dev.tr116.trace;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Agents that ran side by side, released by one barrier.
 *
 * @param id which run of which cell
 * @param backend what answered
 * @param startedAt the barrier's moment on the calendar
 * @param released the barrier, ns of the monotonic clock
 * @param ended the last agent's end as the run saw it, ns
 * @param agents in the order of the scenario
 * @param solo each agent alone, measured in the same block, in the order of the scenario; empty
 *     when no solo baseline was measured
 * @param status how it ended
 */
public record DualRun(
    RunId id,
    BackendDescription backend,
    Instant startedAt,
    long released,
    long ended,
    List<AgentRun> agents,
    List<AgentRun> solo,
    RunStatus status) {
  public DualRun {
    agents = List.copyOf(agents);
    solo = List.copyOf(solo);
  }

  /** Whether every call of every agent succeeded. */
  public boolean succeeded() {
    return status == RunStatus.OK;
  }

  /**
   * The agent in that role.
   *
   * @throws NoSuchElementException when none plays it
   */
  public AgentRun agent(AgentRole role) {
    return agents.stream()
        .filter(agent -> agent.role().equals(role))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no agent plays "
                        + role
                        + "; there are "
                        + agents.stream().map(AgentRun::role).toList()));
  }
}
