package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineNotesTest {
  @Test
  void areNotNeededWhereEveryRunHasItsOwnBaseline() {
    assertThat(notes(Traces.run(1), Traces.run(2).failed(500, "has no figure at all"))).isEmpty();
  }

  @Test
  void sayWhyThereIsNoTrueSpeedup() {
    var failedAlone =
        Traces.run(2)
            .solo(
                Traces.agent(COLLECTOR, 800),
                Traces.agent(INSIGHT, 9, Traces.call().failed(FailureKind.CONNECT, "nobody")));
    var unfinished = Traces.run(3).solo(Traces.agent(COLLECTOR, 800));

    assertThat(notes(Traces.run(1).solo(), failedAlone, unfinished, Traces.run(4)))
        .containsExactly(
            "no true speedup in 1 of 4 runs: tr116.solo=off",
            "no true speedup in 1 of 4 runs: insight alone: CONNECT",
            "no true speedup in 1 of 4 runs: insight was not measured alone");
  }

  @Test
  void doNotTakeAnInterruptedBlockForOneThatWasSwitchedOff() {
    var neverCame =
        Traces.run(1)
            .solo(
                Traces.agent(COLLECTOR, 0, new Traces.CallBuilder[0]),
                Traces.agent(INSIGHT, 0, new Traces.CallBuilder[0]))
            .build(RunStatus.INTERRUPTED);

    assertThat(BaselineNotes.of(List.of(DualRunMetrics.of(neverCame))))
        .containsExactly("no true speedup in 1 of 1 run: collector alone: no call");
  }

  @Test
  void sayWhereABaselineIsThatOfAnotherRun() {
    assertThat(notes(Traces.run(1), Traces.run(2).reusedSolo(1, 800, 900)))
        .containsExactly(
            "baseline of another run in 1 of 2 runs (tr116.solo=once): read the levelled figures");
  }

  @Test
  void sayWhyContentionIsNotSplit() {
    var silent = Traces.agent(INSIGHT, 900, Traces.call(900).silentServer());

    assertThat(notes(Traces.run(1).solo(Traces.agent(COLLECTOR, 800), silent)))
        .containsExactly(
            "contention not split by phase in 1 of 1 run:"
                + " the server of insight alone told no total_duration");
  }

  private static List<String> notes(Traces.RunBuilder... runs) {
    return BaselineNotes.of(Verdicts.cell(runs).runs());
  }
}
