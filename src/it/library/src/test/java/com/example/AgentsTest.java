package com.example;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.junit.AgentBenchmark;
import dev.tr116.junit.CellVerdictTest;
import dev.tr116.junit.DualAgentTest;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.time.Duration;

@AgentBenchmark(
    models = "gemma3",
    scenarios = "chimera-homo",
    runs = 3,
    properties = {
      "backend=scripted",
      "num-predict=64",
      "calibration=off",
      "slo.concurrency-speedup=off",
      "slo.efficiency=off",
      "slo.contention-rate=off",
      "slo.ttft-p95=off"
    })
class AgentsTest {
  @DualAgentTest
  void agentsDoNotWaitForEachOther(DualRun run) {
    assertThat(run)
        .succeeded()
        .hasTrueSpeedupAbove(0.1)
        .hasTtftP95Below(Duration.ofMinutes(1));
  }

  @CellVerdictTest
  void objectivesAreMet(CellVerdict verdict, CellMetrics cell) {
    assertThat(verdict).holds();
    assertThat(cell).hasMeasuredRuns(3);
  }
}
