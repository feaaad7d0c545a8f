package dev.tr116.results;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import java.util.ArrayList;
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

  /** Those that apply to a cell, in the order they are shown. */
  static List<SummaryFigure> of(CellMetrics cell) {
    return cell.id().isSideBySide() ? sideBySide(cell) : alone(cell);
  }

  private static List<SummaryFigure> sideBySide(CellMetrics cell) {
    var figures = new ArrayList<SummaryFigure>();
    figures.add(
        run(
            "concurrency_speedup",
            "concurrency_speedup (TR116), x",
            DualRunMetrics::concurrencySpeedup));
    figures.add(
        run(
            "efficiency_percent",
            "efficiency_percent (TR116), %",
            DualRunMetrics::efficiencyPercent));
    figures.add(run("true_speedup", "true_speedup, x", DualRunMetrics::trueSpeedup));
    figures.add(
        run(
            "true_efficiency_percent",
            "true_efficiency_percent, %",
            DualRunMetrics::trueEfficiencyPercent));
    figures.add(
        run(
            "true_speedup_levelled",
            "true_speedup for equal token counts, x",
            DualRunMetrics::trueSpeedupLevelled));
    figures.add(run("fairness", "fairness (Jain)", DualRunMetrics::fairness));
    figures.add(
        run("concurrent_wall_time_ms", "concurrent wall time, ms", DualRunMetrics::concurrentWall));
    figures.add(
        run("throughput_delta", "throughput_delta, tok/s", DualRunMetrics::throughputDelta));
    figures.add(run("ttft_delta_ms", "ttft_delta, ms", DualRunMetrics::ttftDelta));
    figures.add(run("start_skew_ms", "start_skew, ms", DualRunMetrics::startSkew));
    each(figures, cell, "ttft_ms", "TTFT, ms", AgentMetrics::ttft);
    each(figures, cell, "throughput_tok_s", "throughput (TR116), tok/s", AgentMetrics::throughput);
    each(figures, cell, "slowdown", "slowdown, x", AgentMetrics::slowdown);
    return figures;
  }

  private static List<SummaryFigure> alone(CellMetrics cell) {
    var figures = new ArrayList<SummaryFigure>();
    each(figures, cell, "wall_ms", "latency, ms", AgentMetrics::wall);
    each(figures, cell, "ttft_ms", "TTFT, ms", AgentMetrics::ttft);
    each(figures, cell, "throughput_tok_s", "throughput (TR116), tok/s", AgentMetrics::throughput);
    each(figures, cell, "decode_rate_tok_s", "decode rate, tok/s", AgentMetrics::decodeRate);
    each(figures, cell, "load_ms", "model load before it, ms", AgentMetrics::load);
    return figures;
  }

  /** One of each agent that took part. */
  private static void each(
      List<SummaryFigure> figures,
      CellMetrics cell,
      String name,
      String title,
      Function<AgentMetrics, OptionalDouble> figure) {
    for (var role : cell.roles()) {
      figures.add(
          new SummaryFigure(
              role + "_" + name,
              role + " " + title,
              run -> run.agent(role).map(figure).orElse(OptionalDouble.empty())));
    }
  }

  private static SummaryFigure run(
      String name, String title, Function<DualRunMetrics, OptionalDouble> figure) {
    return new SummaryFigure(name, title, figure);
  }
}
