package dev.tr116.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.SloMetric.Better;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelRankingTest {
  @Test
  void namesAModelThatIsAheadOfEveryOther() {
    var ranking =
        rank(
            cell("slow", 2000, 2010, 2020, 2030, 2040),
            cell("fast", 1000, 1010, 1020, 1030, 1040),
            cell("middle", 1500, 1510, 1520, 1530, 1540));

    assertThat(ranking.leader().orElseThrow().id().model().tag()).isEqualTo("fast");
    assertThat(ranking.isShown()).isTrue();
    assertThat(ranking.lead().orElseThrow().ratio()).isCloseTo(1020.0 / 1520, within(1e-9));
    // Three pairs, each with the least p that five against five can have.
    assertThat(ranking.p().orElseThrow()).isCloseTo(3 * 2.0 / 252, within(1e-6));
  }

  @Test
  void namesNobodyWhereTheRunsOverlap() {
    var ranking =
        rank(
            cell("one", 1000, 1100, 1200, 1300, 1400), cell("other", 1050, 1150, 1250, 1350, 1450));

    assertThat(ranking.leader().orElseThrow().id().model().tag()).isEqualTo("one");
    assertThat(ranking.isShown()).isFalse();
  }

  @Test
  void namesNobodyWhereTheRunsAreTooFewToTell() {
    var three = rank(cell("one", 1000, 1010, 1020), cell("other", 2000, 2010, 2020));
    var two = rank(cell("one", 1000, 1010), cell("other", 2000, 2010));

    assertThat(three.p().orElseThrow()).isCloseTo(2.0 / 20, within(1e-9));
    assertThat(three.isShown()).isFalse();
    assertThat(two.p()).isEmpty();
    assertThat(two.isShown()).isFalse();
  }

  @Test
  void correctsOverAllScenarios() {
    var rankings =
        ModelRanking.of(
            List.of(
                cell("a", "one", 1000, 1010, 1020, 1030, 1040),
                cell("b", "one", 2000, 2010, 2020, 2030, 2040),
                cell("a", "two", 1000, 1010, 1020, 1030, 1040),
                cell("b", "two", 2000, 2010, 2020, 2030, 2040)),
            DualRunMetrics::concurrentWall,
            Better.LOWER);

    assertThat(rankings)
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each.p().orElseThrow()).isCloseTo(2 * 2.0 / 252, within(1e-6)));
  }

  @Test
  void ranksNothingWhereThereIsOneModel() {
    assertThat(
            ModelRanking.of(
                List.of(cell("a", 1000, 1010, 1020)), DualRunMetrics::concurrentWall, Better.LOWER))
        .isEmpty();
  }

  private static ModelRanking rank(CellMetrics... cells) {
    return ModelRanking.of(List.of(cells), DualRunMetrics::concurrentWall, Better.LOWER).getFirst();
  }

  private static CellMetrics cell(String model, double... walls) {
    return cell(model, "chimera-homo", walls);
  }

  private static CellMetrics cell(String model, String scenario, double... walls) {
    var id = Traces.CELL;
    return Verdicts.cell(
        new CellId(id.suite(), id.runtime(), new Model(model), scenario, id.options()),
        IntStream.range(0, walls.length)
            .mapToObj(i -> Traces.run(i + 1).beside(walls[i], walls[i]).wall(walls[i]))
            .toArray(Traces.RunBuilder[]::new));
  }
}
