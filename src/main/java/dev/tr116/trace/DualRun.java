package dev.tr116.trace;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.RunId;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Agents that ran side by side, released by one barrier; in the suite {@code single} one after the
 * other, each with the server for itself.
 *
 * @param id which run of which cell
 * @param backend what answered
 * @param startedAt the barrier's moment on the calendar
 * @param released the barrier, ns of the monotonic clock
 * @param ended the last agent's end as the run saw it, ns
 * @param agents in the order of the scenario
 * @param solo each agent that was measured alone in the same block, in the order of the scenario
 * @param reusedSolo each agent that was not, because another run of the cell had done so; an agent
 *     in neither list has no solo baseline
 * @param status how it ended
 * @param primers of each agent whose server had to load the model with its options first, the
 *     unmeasured call that had it do so
 */
public record DualRun(
    RunId id,
    BackendDescription backend,
    Instant startedAt,
    long released,
    long ended,
    List<AgentRun> agents,
    List<AgentRun> solo,
    List<ReusedSolo> reusedSolo,
    RunStatus status,
    List<AgentRun> primers) {
  public DualRun {
    agents = List.copyOf(agents);
    solo = List.copyOf(solo);
    reusedSolo = List.copyOf(reusedSolo);
    primers = List.copyOf(primers);
  }

  /** A run whose models were loaded by nobody in particular. */
  public DualRun(
      RunId id,
      BackendDescription backend,
      Instant startedAt,
      long released,
      long ended,
      List<AgentRun> agents,
      List<AgentRun> solo,
      List<ReusedSolo> reusedSolo,
      RunStatus status) {
    this(id, backend, startedAt, released, ended, agents, solo, reusedSolo, status, List.of());
  }

  /** A run that reuses nothing of another. */
  public DualRun(
      RunId id,
      BackendDescription backend,
      Instant startedAt,
      long released,
      long ended,
      List<AgentRun> agents,
      List<AgentRun> solo,
      RunStatus status) {
    this(id, backend, startedAt, released, ended, agents, solo, List.of(), status);
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
