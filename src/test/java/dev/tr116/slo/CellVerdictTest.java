package dev.tr116.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellVerdictTest {
  @Test
  void passesWhatMeetsItsObjectives() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, good(1), good(2), good(3));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.message()).isEqualTo("gemma3 · chimera-homo meets its objectives");
    assertThat(SloViolation.message(verdict)).isEmpty();
  }

  @Test
  void passesWithoutAnObjective() {
    var verdict = Verdicts.enforced(Map.of(), good(1), good(2), good(3));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void failsWithEverythingThatHelpsToFindOutWhy() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY,
            Traces.run(1).beside(1000, 1000).wall(1250),
            Traces.run(2).beside(1000, 1000).wall(2000),
            Traces.run(3).beside(1000, 1000).wall(1250),
            Traces.run(4).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.message())
        .isEqualTo(
            """
            SLO violated: efficiency of gemma3 · chimera-homo
              measured: 70.00 % [50.00, 80.00] (sd 17.32, n 3) is below the alert of 95.00 %
              limit:    target 97.00 %, alert 95.00 % (set tr116.slo.efficiency)
              runs:     3 measured of 5, on ollama 0.24.0
              worst:    run 2 with 50.00 %
              evidence: results/s/run_2/metrics.json
              again:    mvn verify -Dtr116.only=gemma3/chimera-homo/2\
            """
                .replace("results/s/run_2/", path("results", "s", "run_2")));
  }

  @Test
  void failsWithAParagraphForEachObjective() {
    var limits =
        Map.of(
            SloMetric.EFFICIENCY, new SloLimit(97, 95),
            SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0),
            SloMetric.TTFT_P95, new SloLimit(2000, 3000));

    var message = Verdicts.enforced(limits, bad(1), bad(2), bad(3)).message();

    assertThat(message.split("\n\n"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("SLO violated: efficiency of "),
            second -> assertThat(second).startsWith("SLO violated: true-speedup of "));
    assertThat(message).doesNotContain("null", "Optional");
  }

  @Test
  void failsEvenWhereAnotherObjectiveCannotTell() {
    var limits =
        Map.of(
            SloMetric.EFFICIENCY, new SloLimit(97, 95),
            SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));

    var verdict = Verdicts.enforced(limits, bad(1).solo(), bad(2).solo(), bad(3).solo());

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void cannotTellFromFewerThanThreeMeasuredRuns() {
    var one = Verdicts.enforced(Verdicts.EFFICIENCY, bad(1));
    var two =
        Verdicts.enforced(Verdicts.EFFICIENCY, bad(1), bad(2), Traces.run(3).failed(500, "broken"));

    assertThat(one.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(one.message())
        .isEqualTo(
            "Inconclusive: gemma3 · chimera-homo has 1 measured run, a verdict needs 3;"
                + " raise tr116.runs or leave out tr116.only");
    assertThat(two.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(two.message()).contains("has 2 measured runs, a verdict needs 3");
  }

  @Test
  void cannotTellWhereTheIntervalHoldsTheLimit() {
    var verdict =
        Verdicts.enforced(
            Verdicts.EFFICIENCY, good(1), good(2), bad(3), good(4), Traces.run(5).failed(500, "x"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.undecided()).hasSize(1);
    assertThat(verdict.message())
        .startsWith("Inconclusive: gemma3 · chimera-homo efficiency: 95.00 % [")
        .contains(" straddles the alert of 95.00 %; ");
  }

  @Test
  void isInvalidWithoutAnyRun() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY);

    assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(verdict.message()).contains("was measured whole (none is recorded)");
  }

  @Test
  void cannotTellWithoutAValueToJudge() {
    var limits = Map.of(SloMetric.TRUE_SPEEDUP, new SloLimit(1.2, 1.0));

    var verdict = Verdicts.enforced(limits, good(1).solo(), good(2).solo(), good(3).solo());

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.message())
        .isEqualTo(
            "Inconclusive: gemma3 · chimera-homo true-speedup:"
                + " not measured; it needs tr116.solo=every or once");
  }

  @Test
  void isInvalidWhereNoRunWasMeasuredWhole() {
    var verdict = Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1).failed(500, "broken"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(verdict.message())
        .isEqualTo(
            "Invalid measurement: no run of gemma3 · chimera-homo was measured whole"
                + " (a call of the agents failed); see the runs above this test");
  }

  private static String path(String... names) {
    return String.join(java.io.File.separator, names) + java.io.File.separator;
  }

  private static Traces.RunBuilder good(int number) {
    return Traces.run(number).beside(1000, 1000).wall(1000);
  }

  private static Traces.RunBuilder bad(int number) {
    return Traces.run(number).beside(1000, 1000).alone(500, 500).wall(1250);
  }
}
