package dev.tr116.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionJudgeTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final double[] HUNDRED = {99, 99.5, 100, 100.5, 101};
  private static final RegressionMetric TTFT = RegressionMetric.ttft(AgentRole.INSIGHT);

  @Test
  void moreTimeIsWorseAndSaysByHowMuch() {
    var regression = only(RegressionMetric.WALL, HUNDRED, times(1.2, HUNDRED));

    assertThat(regression.change()).isEqualTo(Change.REGRESSED);
    assertThat(regression.compared().orElseThrow().ratio()).isEqualTo(1.2, EXACTLY);
    assertThat(regression.adjustedP().orElseThrow()).isEqualTo(2 / 252.0, EXACTLY);
    assertThat(regression.before().mean().orElseThrow()).isEqualTo(100, EXACTLY);
    assertThat(regression.now().mean().orElseThrow()).isEqualTo(120, EXACTLY);
    assertThat(regression.why())
        .startsWith("+20.0 % (95 % interval +")
        .endsWith(" %), p 0.008: worse");
  }

  @ParameterizedTest
  @CsvSource({
    "concurrent_wall_time_ms, 1.2, REGRESSED",
    "concurrent_wall_time_ms, 0.8, IMPROVED",
    "insight_ttft_ms, 1.2, REGRESSED",
    "insight_ttft_ms, 0.8, IMPROVED",
    "efficiency_percent, 1.2, IMPROVED",
    "efficiency_percent, 0.8, REGRESSED",
    "true_speedup, 1.2, IMPROVED",
    "true_speedup, 0.8, REGRESSED",
    "insight_decode_rate_tok_s, 1.2, IMPROVED",
    "insight_decode_rate_tok_s, 0.8, REGRESSED",
  })
  void eachFigureHasItsOwnWorseSide(String name, double factor, Change change) {
    var metric =
        List.of(
                RegressionMetric.WALL,
                TTFT,
                RegressionMetric.EFFICIENCY,
                RegressionMetric.TRUE_SPEEDUP,
                RegressionMetric.decodeRate(AgentRole.INSIGHT))
            .stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(only(metric, HUNDRED, times(factor, HUNDRED)).change()).isEqualTo(change);
  }

  @Test
  void changeBelowTheLeastEffectDoesNotCountHoweverSure() {
    var regression = only(RegressionMetric.WALL, HUNDRED, times(1.03, HUNDRED));

    assertThat(regression.adjustedP().orElseThrow()).isLessThan(0.05);
    assertThat(regression.change()).isEqualTo(Change.SAME);
    assertThat(regression.why()).endsWith(": within 5 %");
  }

  @Test
  void equalRunsAreTheSame() {
    var regression = only(TTFT, new double[] {7, 7, 7, 7}, new double[] {7, 7, 7, 7});

    assertThat(regression.change()).isEqualTo(Change.SAME);
    assertThat(regression.adjustedP()).hasValue(1);
  }

  @Test
  void wideIntervalTellsNothing() {
    var regression =
        only(
            RegressionMetric.WALL,
            new double[] {60, 80, 100, 120, 140},
            new double[] {65, 85, 105, 125, 145});

    assertThat(regression.change()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(regression.why()).endsWith("neither a change nor shown to stay within 5 %");
  }

  @Test
  void threeAgainstThreeCannotTellAndSaysHowManyCould() {
    var regression =
        only(RegressionMetric.WALL, new double[] {1, 1, 1}, new double[] {200, 200, 200});

    assertThat(regression.change()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(regression.adjustedP().orElseThrow())
        .as("ties must not get below the least p of so many runs")
        .isEqualTo(0.1, EXACTLY);
    assertThat(regression.why())
        .endsWith(
            "3 runs here and 3 there cannot show any difference; it needs 4 on each side, set"
                + " tr116.runs=4");
  }

  @Test
  void sevenCellsNeedMoreThanFiveRuns() {
    var before = cells(7, HUNDRED);
    var now = cells(7, times(2, HUNDRED));

    assertThat(new RegressionJudge(5, 42).judge(before, now))
        .hasSize(7)
        .allSatisfy(
            regression -> {
              assertThat(regression.change()).isEqualTo(Change.INCONCLUSIVE);
              assertThat(regression.why()).contains("one of 7 cells; it needs 6 on each side");
            });
    assertThat(new RegressionJudge(5, 42).judge(cells(6, HUNDRED), cells(6, times(2, HUNDRED))))
        .extracting(Regression::change)
        .containsOnly(Change.REGRESSED);
  }

  @Test
  void pValuesOfAFigureAreCorrectedOverItsCells() {
    var slower = sample("a", RegressionMetric.WALL, times(2, HUNDRED));
    var alike = sample("b", RegressionMetric.WALL, HUNDRED);

    var regressions =
        new RegressionJudge(5, 42)
            .judge(
                List.of(sample("a", RegressionMetric.WALL, HUNDRED), alike),
                List.of(slower, alike));

    assertThat(regressions)
        .extracting(Regression::change)
        .containsExactly(Change.REGRESSED, Change.SAME);
    assertThat(regressions.getFirst().compared().orElseThrow().p()).isEqualTo(2 / 252.0, EXACTLY);
    assertThat(regressions.getFirst().adjustedP().orElseThrow()).isEqualTo(4 / 252.0, EXACTLY);
  }

  @Test
  void missingFiguresAreCountedAndNotComparable() {
    var before = List.of(Map.of(TTFT, 1.0), Map.<RegressionMetric, Double>of());

    var regression =
        new RegressionJudge(5, 42)
            .judge(
                List.of(new CellSample(Traces.CELL, new Conditions(Map.of()), before, 0)),
                List.of(new CellSample(Traces.CELL, new Conditions(Map.of()), List.of(), 3)))
            .getFirst();

    assertThat(regression.change()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(regression.compared()).isEmpty();
    assertThat(regression.adjustedP()).isEmpty();
    assertThat(regression.before().absent()).isEqualTo(1);
    assertThat(regression.now().mean()).isEmpty();
    assertThat(regression.why()).contains("0 runs here and 1 there", "each side needs 3");
  }

  @Test
  void figuresOfEitherSessionAreListedEachForTheCellsThatHaveIt() {
    var before = List.of(sample("a", RegressionMetric.WALL, HUNDRED), sample("b", TTFT, HUNDRED));
    var now = List.of(sample("a", TTFT, HUNDRED), sample("b", TTFT, HUNDRED));

    assertThat(new RegressionJudge(5, 42).judge(before, now))
        .extracting(each -> each.cell().model().tag() + " " + each.metric().name())
        .containsExactly(
            "a:latest concurrent_wall_time_ms",
            "a:latest insight_ttft_ms",
            "b:latest insight_ttft_ms");
  }

  @Test
  void cellsOfOneSessionAreNotCompared() {
    assertThat(
            new RegressionJudge(5, 42)
                .judge(
                    List.of(sample("a", RegressionMetric.WALL, HUNDRED)),
                    List.of(sample("b", RegressionMetric.WALL, HUNDRED))))
        .isEmpty();
  }

  private static Regression only(RegressionMetric metric, double[] before, double[] now) {
    var regressions =
        new RegressionJudge(5, 42)
            .judge(List.of(sample("a", metric, before)), List.of(sample("a", metric, now)));
    assertThat(regressions).hasSize(1);
    return regressions.getFirst();
  }

  private static List<CellSample> cells(int count, double... values) {
    return IntStream.range(0, count)
        .mapToObj(number -> sample("model" + number, RegressionMetric.WALL, values))
        .toList();
  }

  private static CellSample sample(String model, RegressionMetric metric, double... values) {
    return new CellSample(
        new CellId("multi", "structured", Model.named(model), "chimera-homo", "defaults"),
        new Conditions(Map.of()),
        Arrays.stream(values).mapToObj(value -> Map.of(metric, value)).toList(),
        0);
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }
}
