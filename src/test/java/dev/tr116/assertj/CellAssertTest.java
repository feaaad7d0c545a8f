package dev.tr116.assertj;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.slo.SloViolation;
import dev.tr116.trace.AgentRun;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class CellAssertTest {
  private static final CellMetrics CELL =
      Verdicts.cell(
          Traces.run(1).beside(1000, 1000).alone(500, 500).wall(1000),
          Traces.run(2).beside(1000, 1000).alone(500, 500).wall(1250),
          Traces.run(3).failed(500, "broken"));

  private static final CellMetrics FAILED = Verdicts.cell(Traces.run(1).failed(500, "broken"));

  @Test
  void holdsForACellThatIsGoodEnough() {
    assertThat(CELL)
        .hasMeasuredRuns(2)
        .hasTrueSpeedupAbove(0.89)
        .hasConcurrencySpeedupAbove(1.79)
        .hasEfficiencyAbove(89)
        .hasTtftP95Below(Duration.ofMillis(101))
        .isUncontended();
  }

  @Test
  void tellsHowManyRunsWereMeasured() {
    fails(
        () -> assertThat(CELL).hasMeasuredRuns(3),
        """

        Expecting
          gemma3 · chimera-homo
        to have at least 3 measured runs, but it has 2 of 3""");
  }

  @Test
  void tellsByHowMuchAMeanMisses() {
    fails(
        () -> assertThat(CELL).hasTrueSpeedupAbove(1),
        """

        Expecting mean true_speedup of
          gemma3 · chimera-homo
        to be above
          1.000 x
        but it was
          0.900 x (-10.0 %)""");
    fails(
        () -> assertThat(CELL).hasConcurrencySpeedupAbove(2),
        """

        Expecting mean concurrency_speedup of
          gemma3 · chimera-homo
        to be above
          2.000 x
        but it was
          1.800 x (-10.0 %)""");
    fails(
        () -> assertThat(CELL).hasEfficiencyAbove(95),
        """

        Expecting mean efficiency_percent of
          gemma3 · chimera-homo
        to be above
          95.000 %
        but it was
          90.000 % (-5.3 %)""");
  }

  @Test
  void tellsByHowMuchATtftMisses() {
    fails(
        () -> assertThat(CELL).hasTtftP95Below(Duration.ofMillis(100)),
        """

        Expecting the slowest ttft of 4 calls (a p95 needs 59) of
          gemma3 · chimera-homo
        to be below
          100.000 ms
        but it was
          100.000 ms (+0.0 %)""");
  }

  @Test
  void takesThePercentileOnceTheCallsSupportIt() {
    var runs =
        IntStream.rangeClosed(1, 30)
            .mapToObj(number -> Traces.run(number).beside(1000, 1000))
            .toArray(Traces.RunBuilder[]::new);
    runs[0] =
        Traces.run(1).beside(1000, 1000).agents(slow(AgentRole.COLLECTOR), slow(AgentRole.INSIGHT));
    var cell = Verdicts.cell(runs);

    assertThat(cell).hasTtftP95Below(Duration.ofMillis(101));
    fails(
        () -> assertThat(cell).hasTtftP95Below(Duration.ofMillis(100)),
        """

        Expecting ttft p95 of
          gemma3 · chimera-homo
        to be below
          100.000 ms
        but it was
          100.000 ms (+0.0 %)""");
  }

  @Test
  void asksForTheWholeInterval() {
    var cell =
        Verdicts.cell(
            Traces.run(1).beside(1000, 1000).alone(500, 500).wall(1000),
            Traces.run(2).beside(1000, 1000).alone(500, 500).wall(1250),
            Traces.run(3).beside(1000, 1000).alone(500, 500).wall(1250));

    assertThat(cell)
        .hasTrueSpeedupAbove(0.86)
        .hasTrueSpeedupIntervalAbove(0.79)
        .hasConcurrencySpeedupIntervalAbove(1.59)
        .hasEfficiencyIntervalAbove(79);
    fails(
        () -> assertThat(cell).hasTrueSpeedupIntervalAbove(0.81),
        """

        Expecting the 95 % interval of true_speedup of
          gemma3 · chimera-homo
        to be above
          0.810 x
        but it was
          [0.800, 1.000] x, which holds the limit: more runs may decide""");
    fails(
        () -> assertThat(cell).hasEfficiencyIntervalAbove(100.5),
        """

        Expecting the 95 % interval of efficiency_percent of
          gemma3 · chimera-homo
        to be above
          100.500 %
        but it was
          [80.000, 100.000] %""");
  }

  @Test
  void hasNoIntervalOfFewRuns() {
    fails(
        () -> assertThat(CELL).hasConcurrencySpeedupIntervalAbove(1),
        """

        Expecting the 95 % interval of concurrency_speedup of
          gemma3 · chimera-homo
        to be measured, but it is not: it needs 3 runs and 2 have the figure; raise tr116.runs""");
  }

  @Test
  void tellsHowManyRunsAreContended() {
    var cell =
        Verdicts.cell(
            Traces.run(1).beside(1000, 1000).wall(1000),
            Traces.run(2).beside(1000, 1000).wall(2000),
            Traces.run(3).beside(1000, 1000).wall(2000));

    fails(
        () -> assertThat(cell).isUncontended(),
        """

        Expecting
          gemma3 · chimera-homo
        to be uncontended, but 2 of 3 runs are: [concurrency_speedup is 1.000, below 1.50]""");
  }

  @Test
  void doesNotTakeAMissingMeasurementForAGoodOne() {
    fails(
        () -> assertThat(FAILED).isUncontended(),
        """

        Expecting resource_contention_detected of
          gemma3 · chimera-homo
        to be measured, but it is not: no run of the cell was measured whole""");
    fails(
        () -> assertThat(FAILED).hasTtftP95Below(Duration.ofDays(1)),
        """

        Expecting ttft p95 of
          gemma3 · chimera-homo
        to be measured, but it is not: no run of the cell was measured whole""");
    fails(
        () -> assertThat(FAILED).hasEfficiencyAbove(0),
        """

        Expecting mean efficiency_percent of
          gemma3 · chimera-homo
        to be measured, but it is not: no run of the cell was measured whole""");
  }

  @Test
  void saysHowToGetASoloBaseline() {
    var cell = Verdicts.cell(Traces.run(1).solo());

    fails(
        () -> assertThat(cell).hasTrueSpeedupAbove(0),
        """

        Expecting mean true_speedup of
          gemma3 · chimera-homo
        to be measured, but it is not: no solo baseline was measured; run with tr116.solo=every or once""");
  }

  @Test
  void holdsForAVerdictThatPasses() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, good(1), good(2), good(3));

    assertThat(verdict).holds().hasNoViolation();
  }

  @Test
  void failsWithTheViolationOfAnEnforcedObjective() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, bad(1), bad(2), bad(3));

    fails(() -> assertThat(verdict).holds(), SloViolation.message(verdict));
    fails(() -> assertThat(verdict).hasNoViolation(), SloViolation.message(verdict));
  }

  @Test
  void letsAViolationPassThatIsOnlyReported() {
    var verdict = Verdicts.reported(Verdicts.EFFICIENCY, bad(1), bad(2), bad(3));

    assertThatCode(() -> assertThat(verdict).holds()).doesNotThrowAnyException();
    fails(() -> assertThat(verdict).hasNoViolation(), SloViolation.message(verdict));
  }

  @Test
  void abortsWhereTheMeasurementCannotTell() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, bad(1), bad(2));

    assertThatThrownBy(() -> assertThat(verdict).holds())
        .isInstanceOf(TestAbortedException.class)
        .hasMessage(verdict.message());
  }

  @Test
  void failsWhereNothingWasMeasuredEvenUnenforced() {
    var verdict = Verdicts.reported(Map.of(), Traces.run(1).failed(500, "broken"));

    fails(() -> assertThat(verdict).holds(), verdict.message());
  }

  private static AgentRun slow(AgentRole role) {
    return Traces.agent(role, 1000, Traces.call().content(900, 1000));
  }

  private static Traces.RunBuilder good(int number) {
    return Traces.run(number).beside(1000, 1000).wall(1000);
  }

  private static Traces.RunBuilder bad(int number) {
    return Traces.run(number).beside(1000, 1000).wall(1250);
  }

  private static void fails(Runnable assertion, String message) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(message.replace("\n", System.lineSeparator()));
  }
}
