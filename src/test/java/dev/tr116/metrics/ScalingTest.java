package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.trace.AgentRun;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final Offset<Double> NEARLY = within(1e-4);
  private static final List<AgentRole> ROLES =
      List.of(COLLECTOR, INSIGHT, new AgentRole("critic"), new AgentRole("editor"));

  private static CellMetrics cell(
      String suite, String runtime, String model, int agents, int... walls) {
    var id = new CellId(suite, runtime, Model.named(model), "agents-" + agents, "defaults");
    return new CellMetrics(id, Arrays.stream(walls).mapToObj(wall -> run(agents, wall)).toList());
  }

  /** Every agent lasts 1000 ms alone. */
  private static DualRunMetrics run(int agents, int wall) {
    var alone =
        ROLES.stream().limit(agents).map(role -> Traces.agent(role, 1000)).toArray(AgentRun[]::new);
    var beside =
        ROLES.stream().limit(agents).map(role -> Traces.agent(role, wall)).toArray(AgentRun[]::new);
    return DualRunMetrics.of(Traces.run(1).agents(beside).solo(alone).wall(wall).build());
  }

  private static Scaling only(CellMetrics... cells) {
    var all = Scaling.of(List.of(cells));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static CellMetrics structured(int agents, int... walls) {
    return cell("scaling", "structured", "gemma3", agents, walls);
  }

  @Test
  void cellsOfOneRuntimeAndModelBelongTogetherInTheOrderOfTheirSizes() {
    var all =
        Scaling.of(
            List.of(
                structured(4, 2500),
                cell("scaling", "async", "gemma3", 1, 1000),
                structured(1, 1000),
                cell("scaling", "structured", "qwen2.5:7b", 2, 1500),
                cell("multi", "structured", "gemma3", 2, 1500),
                new CellMetrics(structured(3, 1).id(), List.of())));

    assertThat(all)
        .extracting(each -> each.runtime() + " " + each.model().tag() + " " + each.cells().keySet())
        .containsExactly(
            "structured gemma3:latest [1, 4]",
            "async gemma3:latest [1]",
            "structured qwen2.5:7b [2]");
  }

  @Test
  void theLawIsThatOfTheTrueSpeedups() {
    var scaling = only(structured(1, 1000), structured(2, 1500), structured(4, 2500));

    var law = scaling.fit().orElseThrow().law();

    assertThat(law.sigma()).as("N / (1 + (N - 1) / 2)").isEqualTo(0.5, NEARLY);
    assertThat(law.kappa()).isEqualTo(0, NEARLY);
    assertThat(scaling.fitMissing()).isEmpty();
    assertThat(scaling.fitLevelled()).isPresent();
  }

  @Test
  void theBestIsTheNumberOfAgentsWithTheHighestTrueSpeedup() {
    var scaling =
        only(
            structured(1, 1000, 1001, 999),
            structured(2, 1250, 1251, 1249),
            structured(4, 4000, 4001, 3999));

    var best = scaling.best().orElseThrow();

    assertThat(best.at()).isEqualTo(2);
    assertThat(best.alike()).containsExactly(2);
  }

  @Test
  void saysWhyThereIsNoLaw() {
    assertThat(only(structured(1, 1000)).fitMissing().orElseThrow())
        .contains("at least 3 different numbers", "there is 1;", "add more to tr116.agents");
    assertThat(only(structured(1, 1000), structured(2, 1500)).fitMissing().orElseThrow())
        .contains("there are 2;");
    assertThat(only(structured(1, 1000), structured(2, 1500)).fit()).isEmpty();
  }

  @Test
  void withoutABaselineThereIsNothingToFit() {
    var scaling =
        only(
            new CellMetrics(
                structured(2, 1).id(), List.of(DualRunMetrics.of(Traces.run(1).solo().build()))));

    assertThat(scaling.fitMissing().orElseThrow())
        .isEqualTo("no true speedup was measured; it needs tr116.solo=every or once");
    assertThat(scaling.best()).isEmpty();
  }
}
