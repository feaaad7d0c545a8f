package dev.tr116.results;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure every summary shows.
 *
 * @param name in records
 * @param title for people, with the unit
 * @param ofRun takes it from a run
 */
record SummaryFigure(String name, String title, Function<DualRunMetrics, OptionalDouble> ofRun) {

  /** All of them, in the order they are shown. */
  static List<SummaryFigure> all() {
    return List.of(
        run(
            "concurrency_speedup",
            "concurrency_speedup (TR116), x",
            DualRunMetrics::concurrencySpeedup),
        run(
            "efficiency_percent",
            "efficiency_percent (TR116), %",
            DualRunMetrics::efficiencyPercent),
        run("true_speedup", "true_speedup, x", DualRunMetrics::trueSpeedup),
        run(
            "true_efficiency_percent",
            "true_efficiency_percent, %",
            DualRunMetrics::trueEfficiencyPercent),
        run(
            "true_speedup_levelled",
            "true_speedup for equal token counts, x",
            DualRunMetrics::trueSpeedupLevelled),
        run("fairness", "fairness (Jain)", DualRunMetrics::fairness),
        run("concurrent_wall_time_ms", "concurrent wall time, ms", DualRunMetrics::concurrentWall),
        run("throughput_delta", "throughput_delta, tok/s", DualRunMetrics::throughputDelta),
        run("ttft_delta_ms", "ttft_delta, ms", DualRunMetrics::ttftDelta),
        run("start_skew_ms", "start_skew, ms", DualRunMetrics::startSkew),
        agent("collector_ttft_ms", "collector TTFT, ms", AgentRole.COLLECTOR, AgentMetrics::ttft),
        agent("insight_ttft_ms", "insight TTFT, ms", AgentRole.INSIGHT, AgentMetrics::ttft),
        agent(
            "collector_throughput_tok_s",
            "collector throughput (TR116), tok/s",
            AgentRole.COLLECTOR,
            AgentMetrics::throughput),
        agent(
            "insight_throughput_tok_s",
            "insight throughput (TR116), tok/s",
            AgentRole.INSIGHT,
            AgentMetrics::throughput),
        agent(
            "collector_slowdown",
            "collector slowdown, x",
            AgentRole.COLLECTOR,
            AgentMetrics::slowdown),
        agent(
            "insight_slowdown", "insight slowdown, x", AgentRole.INSIGHT, AgentMetrics::slowdown));
  }

  private static SummaryFigure run(
      String name, String title, Function<DualRunMetrics, OptionalDouble> figure) {
    return new SummaryFigure(name, title, figure);
  }

  private static SummaryFigure agent(
      String name, String title, AgentRole role, Function<AgentMetrics, OptionalDouble> figure) {
    return new SummaryFigure(
        name, title, run -> run.agent(role).map(figure).orElse(OptionalDouble.empty()));
  }
}
