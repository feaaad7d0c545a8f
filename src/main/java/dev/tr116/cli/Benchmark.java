package dev.tr116.cli;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.junit.AgentBenchmark;
import dev.tr116.junit.CellVerdictTest;
import dev.tr116.junit.ChecklistTest;
import dev.tr116.junit.DualAgentTest;
import dev.tr116.junit.RegressionTest;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.trace.DualRun;

/**
 * The benchmark of {@code tr116 run}: the whole matrix, then one verdict per cell, the regression
 * gate and the checklist.
 */
@AgentBenchmark
final class Benchmark {
  Benchmark() {}

  @DualAgentTest
  void run(DualRun run) {
    assertThat(run).succeeded();
  }

  @CellVerdictTest
  void verdict(CellVerdict verdict) {
    assertThat(verdict).holds();
  }

  @RegressionTest
  void regression(RegressionVerdict verdict) {
    assertThat(verdict).holds();
  }

  @ChecklistTest
  void checklist(Checklist checklist) {
    assertThat(checklist).holds();
  }
}
