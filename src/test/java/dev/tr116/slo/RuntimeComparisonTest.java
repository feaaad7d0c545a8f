package dev.tr116.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.CellId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuntimeComparisonTest {
  @Test
  void holdsEveryRuntimeAgainstStructured() {
    var comparisons =
        RuntimeComparison.of(
            List.of(
                cell("async", 2000, 2010, 2020, 2030, 2040),
                cell("structured", 1000, 1010, 1020, 1030, 1040),
                cell("platform", 1001, 1011, 1021, 1031, 1041)));

    var wall = comparisons.stream().filter(each -> each.figure() == RuntimeFigure.WALL).toList();
    assertThat(wall)
        .extracting(each -> each.cell().id().runtime())
        .containsExactly("async", "platform");
    assertThat(wall).allMatch(each -> each.reference().id().runtime().equals("structured"));
    var slower = wall.getFirst().compared().orElseThrow();
    assertThat(slower.ratio()).isCloseTo(2020.0 / 1020, within(1e-9));
    assertThat(slower.interval().low()).isGreaterThan(1.9);
    // Five against five, all apart: 2 of 252 orders.
    assertThat(wall.getFirst().p().orElseThrow()).isCloseTo(2.0 / 252, within(1e-6));
    assertThat(wall.getFirst().adjustedP().orElseThrow()).isCloseTo(4.0 / 252, within(1e-6));
    assertThat(wall.getLast().adjustedP().orElseThrow()).isGreaterThan(0.2);
  }

  @Test
  void givesNoRatioForTooFewRuns() {
    var comparisons =
        RuntimeComparison.of(List.of(cell("structured", 1000, 1010), cell("async", 2000, 2010)));

    assertThat(comparisons)
        .hasSize(RuntimeFigure.values().length)
        .allMatch(each -> each.compared().isEmpty() && each.adjustedP().isEmpty());
  }

  @Test
  void comparesNothingThatDiffersInMoreThanTheRuntime() {
    var id = Traces.CELL;
    var other = new CellId(id.suite(), "async", id.model(), "baseline-vs-chimera", id.options());

    assertThat(
            RuntimeComparison.of(
                List.of(cell("structured", 1000, 1010, 1020), cell(other, 1000, 1010, 1020))))
        .isEmpty();
  }

  @Test
  void comparesWithTheFirstWhereStructuredWasNotMeasured() {
    var comparisons =
        RuntimeComparison.of(
            List.of(cell("platform", 1000, 1010, 1020), cell("async", 1000, 1010, 1020)));

    assertThat(comparisons).allMatch(each -> each.reference().id().runtime().equals("platform"));
  }

  private static CellMetrics cell(String runtime, double... walls) {
    var id = Traces.CELL;
    return cell(new CellId(id.suite(), runtime, id.model(), id.scenario(), id.options()), walls);
  }

  private static CellMetrics cell(CellId id, double... walls) {
    return Verdicts.cell(
        id,
        IntStream.range(0, walls.length)
            .mapToObj(i -> Traces.run(i + 1).beside(walls[i], walls[i]).wall(walls[i]))
            .toArray(Traces.RunBuilder[]::new));
  }
}
