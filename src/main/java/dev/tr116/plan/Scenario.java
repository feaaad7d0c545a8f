package dev.tr116.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which agents take part, with which options.
 *
 * @param name e.g. {@code chimera-homo}
 * @param agents at least one; the position decides the endpoint
 * @param label of the options under study, e.g. {@code gpu80_ctx512_temp10}
 */
public record Scenario(String name, List<AgentPlan> agents, String label) {
  /** TR116: the collector with server defaults beside chimera agents. */
  public static final String BASELINE_VS_CHIMERA = "baseline-vs-chimera";

  /** TR116: all agents with the same chimera options. */
  public static final String CHIMERA_HOMO = "chimera-homo";

  /** Chimera agents with two sets of options, in turn. */
  public static final String CHIMERA_HETERO = "chimera-hetero";

  /** The one scenario of the suite {@code single}. */
  static final String SINGLE = "single";

  private static final int USUAL_AGENTS = 2;

  /** Checks that it has agents and that no two play the same part. */
  public Scenario {
    agents = List.copyOf(agents);
    if (agents.isEmpty()) {
      throw new IllegalArgumentException(
          "scenario " + name + " has no agent; give it at least one");
    }
    if (agents.stream().map(AgentPlan::role).distinct().count() < agents.size()) {
      throw new IllegalArgumentException(
          "scenario " + name + " gives two agents the same role; name each role once");
    }
  }

  /** A scenario that is labelled by the options of all its agents. */
  public static Scenario of(String name, List<AgentPlan> agents) {
    var label =
        agents.stream()
            .map(agent -> agent.options().label())
            .distinct()
            .collect(Collectors.joining("-"));
    return new Scenario(name, agents, Slug.of(label, label));
  }

  /** TR116's first scenario with more agents: one baseline, the others chimera. */
  public static Scenario baselineVsChimera(
      int agents, GenerationOptions baseline, GenerationOptions chimera) {
    var plans = plans(agents, chimera, chimera);
    plans.set(0, new AgentPlan(AgentRole.COLLECTOR, baseline));
    return new Scenario(named(BASELINE_VS_CHIMERA, agents), plans, chimera.label());
  }

  /** TR116's second scenario with more agents. */
  public static Scenario chimeraHomo(int agents, GenerationOptions chimera) {
    return new Scenario(
        named(CHIMERA_HOMO, agents), plans(agents, chimera, chimera), chimera.label());
  }

  /** TR116's first scenario. */
  public static Scenario baselineVsChimera(GenerationOptions baseline, GenerationOptions chimera) {
    return baselineVsChimera(USUAL_AGENTS, baseline, chimera);
  }

  /** TR116's second scenario. */
  public static Scenario chimeraHomo(GenerationOptions chimera) {
    return chimeraHomo(USUAL_AGENTS, chimera);
  }

  /** Every other agent has the second options. */
  public static Scenario chimeraHetero(
      int agents, GenerationOptions chimera, GenerationOptions chimera2) {
    return of(named(CHIMERA_HETERO, agents), plans(agents, chimera, chimera2));
  }

  /** The same agent so many times. */
  static Scenario scaling(int agents, GenerationOptions options) {
    var plans = new ArrayList<AgentPlan>();
    for (var number = 1; number <= agents; number++) {
      plans.add(new AgentPlan(AgentRole.numbered(number), options));
    }
    return new Scenario("agents-" + agents, plans, options.label());
  }

  /** Two agents that run one after the other. */
  static Scenario single(GenerationOptions baseline, GenerationOptions chimera) {
    return new Scenario(
        SINGLE,
        List.of(
            new AgentPlan(AgentRole.BASELINE, baseline), new AgentPlan(AgentRole.CHIMERA, chimera)),
        chimera.label());
  }

  private static String named(String name, int agents) {
    return agents == USUAL_AGENTS ? name : name + "-x" + agents;
  }

  private static List<AgentPlan> plans(int agents, GenerationOptions odd, GenerationOptions even) {
    var plans = new ArrayList<AgentPlan>();
    for (var number = 1; number <= agents; number++) {
      var role =
          switch (number) {
            case 1 -> AgentRole.COLLECTOR;
            case 2 -> AgentRole.INSIGHT;
            default -> AgentRole.numbered(number);
          };
      plans.add(new AgentPlan(role, number % 2 == 1 ? odd : even));
    }
    return plans;
  }
}
