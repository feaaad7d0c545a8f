package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tr116.Traces;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCorrelationTest {
  @Test
  void takesAllScenariosOfAModelTogether() {
    var one = List.of(run(1000, 1200), run(1000, 1500));
    var other = List.of(run(1000, 1100), run(1400, 1000));
    var gemma = Model.named("gemma3");

    var correlations =
        ModelCorrelation.of(
            List.of(
                new CellMetrics(cell(gemma, "chimera-homo"), one),
                new CellMetrics(cell(Model.named("qwen2.5"), "chimera-homo"), one),
                new CellMetrics(cell(gemma, "baseline-vs-chimera"), other)));

    assertThat(correlations)
        .extracting(each -> each.model().tag(), each -> each.correlation().n())
        .containsExactly(tuple("gemma3:latest", 4), tuple("qwen2.5:7b", 2));
    assertThat(correlations.getFirst().correlation().absolute().orElseThrow())
        .as("the further apart, the less efficient")
        .isLessThan(-0.9);
    assertThat(correlations.getLast().correlation().signed()).as("of two runs").isEmpty();
  }

  private static DualRunMetrics run(double collector, double insight) {
    return DualRunMetrics.of(
        Traces.run(1).beside(collector, insight).wall(Math.max(collector, insight)).build());
  }

  private static CellId cell(Model model, String scenario) {
    return new CellId("multi", "structured", model, scenario, "x");
  }
}
