package dev.tr116.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EcdfTest {
  @Test
  void rendersEveryStepOfFewValues() {
    var steps = Steps.ofRuns("a", new double[] {3, 1, 3, 2});

    assertThat(steps.steps())
        .containsExactly(new Steps.Step(1, 0.25), new Steps.Step(2, 0.5), new Steps.Step(3, 1));
    assertThat(steps.words("ms")).isEqualTo("a: median 2.5 ms, n 4");
  }

  @Test
  void thinsManyValuesByLessThanCanBeSeen() {
    var values = PlotSamples.lognormal(10_000, 300, 1);
    var steps = Steps.ofGaps("a", values).steps();

    assertThat(steps).hasSizeLessThan(402);
    for (var step : steps) {
      var share = Arrays.stream(values).filter(value -> value <= step.value()).count() / 10_000.0;
      assertThat(step.share()).isEqualTo(share);
    }
    for (var i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i).share() - steps.get(i - 1).share()).isLessThan(1 / 300.0);
    }
    assertThat(steps.getLast().share()).isOne();
  }

  @Test
  void tellsAnIntervalOfTheMedianOnlyWhereValuesDoNotHangTogether() {
    var values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();

    assertThat(Steps.ofRuns("a", values).words("ms"))
        .isEqualTo("a: median 50.5 ms, 90 % interval 42 to 59, n 100");
    assertThat(Steps.ofGaps("a", values).words("ms")).isEqualTo("a: median 50.5 ms, n 100");
  }

  @Test
  void findsRoomForEveryValueAboveZeroOnAnAxisOfRatios() {
    assertThat(Steps.ofGaps("a", new double[] {0, 3, 3.7, 17}).extent()).contains(3.0, 17.0);
  }

  @Test
  void namesSeriesWithoutValuesAndValuesWithoutAPlace() {
    var chart =
        new Ecdf(
            "ITL",
            "",
            "gap",
            "ms",
            true,
            List.of(
                Steps.ofGaps("none", new double[0]), Steps.ofGaps("zero", new double[] {0, 5})));

    assertThat(SvgText.of(chart).lines())
        .contains("none: no values", "zero: values of 0 and below stand at the left edge");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> Steps.ofRuns("a", new double[] {1, Double.NaN}))
        .hasMessage("a has values that are no numbers: leave out what was not measured");
  }
}
