package dev.tr116.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Traces.RunBuilder;
import dev.tr116.Verdicts;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.SloLimit;
import dev.tr116.plan.SloMetric;
import dev.tr116.slo.CellVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private static final Map<SloMetric, SloLimit> LIMITS =
      Map.of(
          SloMetric.EFFICIENCY, new SloLimit(97, 95),
          SloMetric.ERROR_RATE, new SloLimit(0.1, 1));

  @Test
  void aCellThatGainsAndMeetsItsObjectivesIsInTheFirstTier() {
    var placement = place(runs(5, run -> run.beside(1000, 1000).wall(1000).alone(800, 800)));

    assertThat(placement.byTrueSpeedup())
        .isEqualTo(
            new Assignment(
                Tier.PERFORMANCE, "true speedup 1.60x [1.60, 1.60], n 5; every objective is met"));
    assertThat(placement.byEfficiency().tier()).isEqualTo(Tier.PERFORMANCE);
    assertThat(placement.pilot()).isEqualTo(Pilot.GO);
  }

  @Test
  void aHighEfficiencyDoesNotHideThatOneAfterTheOtherIsFaster() {
    var deployment = deploy(runs(5, run -> run.beside(1000, 1000).wall(1000).alone(350, 350)));

    var placement = deployment.placements().getFirst();
    assertThat(placement.byTrueSpeedup().tier()).isEqualTo(Tier.AVOID);
    assertThat(placement.byEfficiency().tier()).isEqualTo(Tier.PERFORMANCE);
    assertThat(placement.pilot()).isEqualTo(Pilot.NO_GO);
    assertThat(deployment.antiPatterns())
        .extracting(AntiPattern::name)
        .containsExactly("Slower side by side", "Efficient by efficiency_percent alone");
    assertThat(deployment.first()).isEmpty();
  }

  @Test
  void aViolatedObjectiveLeavesPrototypes() {
    var placement = place(runs(5, run -> run.beside(1000, 700).wall(1000).alone(800, 600)));

    assertThat(placement.byTrueSpeedup().tier()).isEqualTo(Tier.PROTOTYPE);
    assertThat(placement.byTrueSpeedup().why()).endsWith("; violated: efficiency");
    assertThat(placement.byEfficiency())
        .isEqualTo(new Assignment(Tier.PROTOTYPE, "efficiency_percent 85.0 [85.0, 85.0], n 5"));
  }

  @Test
  void anUndecidedObjectiveLeavesTheSecondTier() {
    var placement =
        place(
            Traces.run(1).beside(1000, 1000).wall(1000).alone(800, 800),
            Traces.run(2).beside(1000, 800).wall(1000).alone(800, 800),
            Traces.run(3).beside(1000, 1000).wall(1000).alone(800, 800));

    assertThat(placement.byTrueSpeedup().tier()).isEqualTo(Tier.BALANCED);
    assertThat(placement.byTrueSpeedup().why()).endsWith("; undecided: efficiency");
    assertThat(placement.byEfficiency().tier()).isEqualTo(Tier.UNSUPPORTED);
    assertThat(placement.pilot()).isEqualTo(Pilot.UNDECIDED);
  }

  @Test
  void aGainThatIsNotShownLeavesPrototypes() {
    var placement =
        place(
            Traces.run(1).beside(1000, 1000).wall(1000).alone(300, 300),
            Traces.run(2).beside(1000, 1000).wall(1000).alone(700, 700),
            Traces.run(3).beside(1000, 1000).wall(1000).alone(500, 500));

    assertThat(placement.byTrueSpeedup().tier()).isEqualTo(Tier.PROTOTYPE);
    assertThat(placement.byTrueSpeedup().why()).endsWith(": no gain is shown");
  }

  @Test
  void anUnacceptableEfficiencyAndFailingCallsAreAntiPatterns() {
    var runs = runs(4, run -> run.beside(1000, 500).wall(1000).alone(800, 400));
    runs = Arrays.copyOf(runs, 5);
    runs[4] = Traces.run(5).failed(500, "out of memory");

    var deployment = deploy(runs);

    assertThat(deployment.placements().getFirst().byTrueSpeedup().tier()).isEqualTo(Tier.AVOID);
    assertThat(deployment.placements().getFirst().byTrueSpeedup().why()).startsWith("error-rate: ");
    assertThat(deployment.antiPatterns())
        .extracting(AntiPattern::name)
        .containsExactly("Unacceptable efficiency", "Failing calls");
  }

  @Test
  void saysNothingOnStandInsOfTooFewRunsOrWithoutBaselines() {
    UnaryOperator<RunBuilder> fine = run -> run.beside(1000, 1000).wall(1000).alone(800, 800);

    assertThat(why(verdict(Traces.STAND_IN, runs(5, fine))))
        .isEqualTo(
            "measured on embedded llama.cpp b4916, stand-in weights, which says nothing about the"
                + " model");
    assertThat(why(verdict(Traces.OLLAMA, runs(2, fine))))
        .isEqualTo("2 measured runs, at least 3 are needed");
    var unbased = verdict(Traces.OLLAMA, runs(5, run -> fine.apply(run).solo()));
    assertThat(why(unbased)).startsWith("no true speedup in 5 of the measured runs: ");
    var placement = Deployment.of(List.of(unbased), LIMITS).placements().getFirst();
    assertThat(placement.byEfficiency().tier()).isEqualTo(Tier.PERFORMANCE);
    assertThat(placement.pilot()).isEqualTo(Pilot.UNSUPPORTED);
  }

  @Test
  void rollsBackAtTheAlertsInForce() {
    assertThat(RollbackTrigger.of(LIMITS))
        .extracting(RollbackTrigger::words)
        .containsExactly(
            "efficiency below 95 % for 1 h",
            "error-rate above 1 % for 15 min", "cost above 120 % of what ran before");
    assertThat(RollbackTrigger.of(Map.of()))
        .extracting(RollbackTrigger::words)
        .containsExactly("cost above 120 % of what ran before");
  }

  @Test
  void writesWhatTheRulesSay() {
    var text =
        DeploymentMarkdown.of(
            deploy(runs(5, run -> run.beside(1000, 1000).wall(1000).alone(800, 800))), 2);

    assertThat(text)
        .contains("| gemma3 · chimera-homo | ollama 0.24.0 | Tier 1: maximum performance | ")
        .contains("First by these rules: gemma3 · chimera-homo (Tier 1: maximum performance).")
        .contains("None was seen in 1 cell.")
        .contains("Go, by this data: gemma3 · chimera-homo. No-go: none. Undecided: none. Not")
        .contains("- efficiency below 95 % for 1 h");
    assertThat(DeploymentMarkdown.of(Deployment.of(List.of(), LIMITS), 2))
        .contains("No cell with agents side by side: not supported by this data.")
        .contains("Not supported by this data: 0 of 0 cells.");
  }

  private static String why(CellVerdict verdict) {
    var assigned = Deployment.of(List.of(verdict), LIMITS).placements().getFirst().byTrueSpeedup();
    assertThat(assigned.tier()).isEqualTo(Tier.UNSUPPORTED);
    return assigned.why();
  }

  private static Placement place(RunBuilder... runs) {
    return deploy(runs).placements().getFirst();
  }

  private static Deployment deploy(RunBuilder... runs) {
    return Deployment.of(List.of(verdict(Traces.OLLAMA, runs)), LIMITS);
  }

  private static CellVerdict verdict(BackendDescription backend, RunBuilder... runs) {
    return Verdicts.verdict(LIMITS, Verdicts.cell(runs), backend, false);
  }

  private static RunBuilder[] runs(int count, UnaryOperator<RunBuilder> like) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> like.apply(Traces.run(number)))
        .toArray(RunBuilder[]::new);
  }
}
