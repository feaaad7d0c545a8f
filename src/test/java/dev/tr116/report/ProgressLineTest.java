package dev.tr116.report;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunCount;
import dev.tr116.plan.Scenario;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  @Test
  void tellsTheFiguresThatMatterAndTheTimeLeft() {
    var run = Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250).build();

    assertThat(line(run, 3, 10, Duration.ofSeconds(754)))
        .isEqualTo(
            "3/10 gemma3 · chimera-homo · run 2/5  wall 1.25 s  speedup 1.76x (88.0 %)"
                + "  true 1.36x (68 %)  ttft 100/100 ms  left 12:34");
  }

  @Test
  void endsWithItsFiguresWhenNoRunIsLeft() {
    assertThat(line(Traces.run(5).build(), 10, 10, Duration.ZERO)).endsWith("ttft 100/100 ms");
  }

  @Test
  void countsMinutesBeyondTheHour() {
    assertThat(line(Traces.run(1).build(), 1, 10, Duration.ofMinutes(125).plusSeconds(3)))
        .endsWith("left 125:03");
  }

  @Test
  void showsADashForWhatWasNotMeasured() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 1000, Traces.call(1000).content()),
                Traces.agent(INSIGHT, 1000))
            .solo()
            .wall(1000)
            .build();

    assertThat(line(run, 1, 1, Duration.ZERO))
        .endsWith("speedup 2.00x (100.0 %)  true -x (- %)  ttft -/100 ms")
        .doesNotContain("null", "Optional", "NaN");
  }

  @Test
  void tellsARunThatFailed() {
    var run = Traces.run(1).failed(500, "broken").build();

    assertThat(line(run, 1, 2, Duration.ofSeconds(5)))
        .isEqualTo("1/2 gemma3 · chimera-homo · run 1/5  FAILED  left 0:05");
    assertThat(line(run, 2, 2, Duration.ZERO))
        .isEqualTo("2/2 gemma3 · chimera-homo · run 1/5  FAILED");
  }

  @Test
  void tellsAFailureAloneBesideTheFiguresThatStand() {
    var run =
        Traces.run(1)
            .solo(
                Traces.agent(
                    COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                Traces.agent(INSIGHT, 900))
            .build();

    assertThat(line(run, 1, 1, Duration.ZERO)).contains("speedup 1.82x").endsWith("FAILED");
  }

  @Test
  void tellsARunThatWasInterrupted() {
    var run = Traces.run(1).agents().solo().build(RunStatus.INTERRUPTED);

    assertThat(line(run, 1, 1, Duration.ZERO)).endsWith("run 1/5  INTERRUPTED");
  }

  private static String line(DualRun run, int done, int total, Duration left) {
    var scenario = Scenario.chimeraHomo(GenerationOptions.SERVER_DEFAULTS);
    return ProgressLine.of(
        new PlannedRun(run.id(), scenario, new RunCount(5, 5)),
        DualRunMetrics.of(run),
        run.status(),
        done,
        total,
        left);
  }
}
