package dev.tr116.plan;

import java.util.List;

/**
 * Which agents run side by side, with which options.
 *
 * @param name e.g. {@code chimera-homo}
 * @param agents at least one; the position decides the endpoint
 */
public record Scenario(String name, List<AgentPlan> agents) {
  /** TR116: the collector with server defaults beside a chimera insight agent. */
  public static final String BASELINE_VS_CHIMERA = "baseline-vs-chimera";

  /** TR116: both agents with the same chimera options. */
  public static final String CHIMERA_HOMO = "chimera-homo";

  public Scenario {
    agents = List.copyOf(agents);
    if (agents.isEmpty()) {
      throw new IllegalArgumentException(
          "scenario " + name + " has no agent; give it at least one");
    }
  }

  /** TR116's first scenario. */
  public static Scenario baselineVsChimera(GenerationOptions baseline, GenerationOptions chimera) {
    return new Scenario(
        BASELINE_VS_CHIMERA,
        List.of(
            new AgentPlan(AgentRole.COLLECTOR, baseline),
            new AgentPlan(AgentRole.INSIGHT, chimera)));
  }

  /** TR116's second scenario. */
  public static Scenario chimeraHomo(GenerationOptions chimera) {
    return new Scenario(
        CHIMERA_HOMO,
        List.of(
            new AgentPlan(AgentRole.COLLECTOR, chimera),
            new AgentPlan(AgentRole.INSIGHT, chimera)));
  }
}
