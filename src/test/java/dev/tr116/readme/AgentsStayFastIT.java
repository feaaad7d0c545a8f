package dev.tr116.readme;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.junit.AgentBenchmark;
import dev.tr116.junit.CellVerdictTest;
import dev.tr116.junit.DualAgentTest;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import java.time.Duration;

@AgentBenchmark(
    models = "gemma3",
    scenarios = "chimera-homo",
    runs = 3,
    properties = "slo.ttft-p95=off")
class AgentsStayFastIT {
  @DualAgentTest
  void eachRun(DualRun run) {
    assertThat(run).hasTrueSpeedupAbove(1.2).hasTtftP95Below(Duration.ofSeconds(2)).isUncontended();
  }

  @CellVerdictTest
  void afterTheRuns(CellVerdict verdict) {
    assertThat(verdict).holds();
  }
}
