package dev.tr116.slo;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure by which runtimes are compared. */
public enum RuntimeFigure {
  /** From the barrier to the last agent's end. */
  WALL("concurrent_wall_time_ms", "wall time, ms", DualRunMetrics::concurrentWall),
  /** TR116's. */
  EFFICIENCY("efficiency_percent", "efficiency_percent, %", DualRunMetrics::efficiencyPercent),
  /** Against the agents alone. */
  TRUE_SPEEDUP("true_speedup", "true_speedup, x", DualRunMetrics::trueSpeedup),
  /** The mean over the agents of a run; absent when one has none. */
  TTFT("ttft_ms", "TTFT, mean of the agents, ms", RuntimeFigure::ttft),
  /** Between the first and the last request of a run. */
  START_SKEW("start_skew_ms", "start skew, ms", DualRunMetrics::startSkew);

  private final String key;
  private final String title;
  private final transient Function<DualRunMetrics, OptionalDouble> ofRun;

  RuntimeFigure(String key, String title, Function<DualRunMetrics, OptionalDouble> ofRun) {
    this.key = key;
    this.title = title;
    this.ofRun = ofRun;
  }

  /** Its name in records. */
  public String key() {
    return key;
  }

  /** What people read, with the unit. */
  public String title() {
    return title;
  }

  /** How it is taken from a run. */
  public Function<DualRunMetrics, OptionalDouble> ofRun() {
    return ofRun;
  }

  /** Its values over the measured runs of a cell that have it. */
  double[] values(CellMetrics cell) {
    return cell.measured().stream()
        .map(ofRun)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(Double::isFinite)
        .toArray();
  }

  private static OptionalDouble ttft(DualRunMetrics run) {
    var values = run.agents().stream().map(AgentMetrics::ttft).toList();
    return values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(OptionalDouble::getAsDouble).average();
  }
}
