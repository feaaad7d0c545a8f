package dev.tr116.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the agents of a cell ask of their servers.
 *
 * @param model of every agent
 * @param agents each with its options
 */
public record CellConfiguration(Model model, List<AgentPlan> agents) {
  public CellConfiguration {
    agents = List.copyOf(agents);
  }

  /** What a run was planned with. */
  public static CellConfiguration of(PlannedRun planned) {
    return new CellConfiguration(planned.id().cell().model(), planned.scenario().agents());
  }

  /** A cell as if it had been planned so, for whoever wants to know what its agents ask. */
  public PlannedCell applyTo(PlannedCell cell) {
    var runs = cell.runs().stream().map(this::applyTo).toList();
    return new PlannedCell(runs.getFirst().id().cell(), runs);
  }

  /** A run as if it had been planned so. */
  public PlannedRun applyTo(PlannedRun run) {
    var cell = run.id().cell();
    var id = new CellId(cell.suite(), cell.runtime(), model, cell.scenario(), cell.options());
    var scenario = new Scenario(run.scenario().name(), agents, run.scenario().label());
    return new PlannedRun(new RunId(id, run.id().number()), scenario, run.runsOfCell());
  }

  /** E.g. {@code qwen2.5:14b, collector server defaults, insight num_gpu=80,num_ctx=512}. */
  @Override
  public String toString() {
    return model.tag()
        + agents.stream()
            .map(agent -> ", " + agent.role() + " " + agent.options())
            .collect(Collectors.joining());
  }
}
