package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
  @Test
  void spanEverySuiteThatIsAskedFor() {
    var settings =
        Settings.of(
            Map.of("tr116.suites", "scaling,single", "tr116.agents", "1,4", "tr116.chimera", ""));

    assertThat(settings.suites()).containsExactly(Suite.SCALING, Suite.SINGLE);
    assertThat(settings.scenarios())
        .extracting(scenario -> scenario.name() + " " + scenario.label())
        .containsExactly(
            "agents-1 defaults",
            "agents-4 defaults",
            "single gpu60_ctx512_temp08",
            "single gpu60_ctx1024_temp08",
            "single gpu80_ctx512_temp08",
            "single gpu80_ctx1024_temp08");
    assertThat(settings.scenariosOf(Suite.MULTI)).isEmpty();
    assertThat(settings.scenariosOf(Suite.SCALING).getLast().agents())
        .extracting(agent -> agent.role().name())
        .containsExactly("agent-1", "agent-2", "agent-3", "agent-4");
    assertThat(settings.scenariosOf(Suite.SINGLE).getFirst().agents())
        .extracting(AgentPlan::role)
        .containsExactly(AgentRole.BASELINE, AgentRole.CHIMERA);
  }

  @Test
  void dealTheSecondChimeraOptionsToEveryOtherAgent() {
    var settings =
        Settings.of(
            Map.of(
                "tr116.scenarios", "chimera-hetero,baseline-vs-chimera",
                "tr116.agents", "2,3",
                "tr116.chimera", "num_ctx=1",
                "tr116.chimera2", "num_ctx=2"));

    assertThat(settings.scenarios())
        .extracting(
            scenario ->
                scenario.name()
                    + " "
                    + scenario.label()
                    + " "
                    + scenario.agents().stream()
                        .map(agent -> agent.role() + " " + agent.options())
                        .toList())
        .containsExactly(
            "chimera-hetero ctx1-ctx2 [collector num_ctx=1, insight num_ctx=2]",
            "chimera-hetero-x3 ctx1-ctx2 [collector num_ctx=1, insight num_ctx=2, agent-3"
                + " num_ctx=1]",
            "baseline-vs-chimera ctx1 [collector server defaults, insight num_ctx=1]",
            "baseline-vs-chimera-x3 ctx1 [collector server defaults, insight num_ctx=1, agent-3"
                + " num_ctx=1]");
  }

  @Test
  void takeScenariosOfTheUsersOwn() {
    var settings =
        Settings.of(
            Map.of(
                "tr116.scenarios",
                "readers",
                "tr116.scenario.readers",
                "collector: num_ctx=512,temperature=0.2; insight: ; critic: num_ctx=2048"));

    assertThat(settings.scenarios())
        .containsExactly(
            new Scenario(
                "readers",
                List.of(
                    new AgentPlan(
                        AgentRole.COLLECTOR,
                        GenerationOptions.parse("num_ctx=512,temperature=0.2")),
                    new AgentPlan(AgentRole.INSIGHT, GenerationOptions.SERVER_DEFAULTS),
                    new AgentPlan(
                        new AgentRole("critic"), GenerationOptions.parse("num_ctx=2048"))),
                "ctx512_temp02-defaults-ctx2048"));
  }

  @Test
  void giveTheBaselineItsOwnOptions() {
    var settings =
        Settings.of(Map.of("tr116.baseline", "top_k=1", "tr116.chimera", "num_ctx=1024"));

    assertThat(settings.scenarios().getFirst().agents())
        .containsExactly(
            new AgentPlan(AgentRole.COLLECTOR, GenerationOptions.parse("top_k=1")),
            new AgentPlan(AgentRole.INSIGHT, GenerationOptions.parse("num_ctx=1024")));
  }
}
