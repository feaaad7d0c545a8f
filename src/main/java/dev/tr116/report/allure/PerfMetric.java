package dev.tr116.report.allure;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloMetric.Better;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure that the report follows over sessions: its key, its unit and which way it improves. */
enum PerfMetric {
  CONCURRENCY_SPEEDUP("x", Better.HIGHER, DualRunMetrics::concurrencySpeedup),
  EFFICIENCY_PERCENT("%", Better.HIGHER, DualRunMetrics::efficiencyPercent),
  TRUE_SPEEDUP("x", Better.HIGHER, DualRunMetrics::trueSpeedup),
  TRUE_EFFICIENCY_PERCENT("%", Better.HIGHER, DualRunMetrics::trueEfficiencyPercent),
  FAIRNESS("of 1", Better.HIGHER, DualRunMetrics::fairness),
  CONCURRENT_WALL_TIME_MS("ms", Better.LOWER, DualRunMetrics::concurrentWall),
  START_SKEW_MS("ms", Better.LOWER, DualRunMetrics::startSkew),
  JOULES_PER_TOKEN("J", Better.LOWER, PerfMetric::joulesPerToken),
  WALL_MS("ms", Better.LOWER, AgentMetrics::wall),
  TTFT_MS("ms", Better.LOWER, AgentMetrics::ttft),
  DECODE_RATE_TOK_S("tok/s", Better.HIGHER, AgentMetrics::decodeRate),
  THROUGHPUT_TOK_S("tok/s", Better.HIGHER, AgentMetrics::throughput),
  LOAD_MS("ms", Better.LOWER, AgentMetrics::load),
  SLOWDOWN("x", Better.LOWER, AgentMetrics::slowdown),
  SLOWDOWN_LEVELLED("x", Better.LOWER, AgentMetrics::slowdownLevelled);

  /** Takes a figure from a run. */
  private interface OfRun extends Function<DualRunMetrics, OptionalDouble> {}

  /** Takes a figure from an agent. */
  private interface OfAgent extends Function<AgentMetrics, OptionalDouble> {}

  private final String unit;
  private final Better better;
  private final Optional<OfRun> ofRun;
  private final Optional<OfAgent> ofAgent;

  PerfMetric(String unit, Better better, OfRun ofRun) {
    this(unit, better, Optional.of(ofRun), Optional.empty());
  }

  PerfMetric(String unit, Better better, OfAgent ofAgent) {
    this(unit, better, Optional.empty(), Optional.of(ofAgent));
  }

  PerfMetric(String unit, Better better, Optional<OfRun> ofRun, Optional<OfAgent> ofAgent) {
    this.unit = unit;
    this.better = better;
    this.ofRun = ofRun;
    this.ofAgent = ofAgent;
  }

  /** The name in records, e.g. {@code ttft_ms}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of its values. */
  String unit() {
    return unit;
  }

  /** Which way it improves. */
  Better better() {
    return better;
  }

  /** What was measured of a run as a whole; in the order of this list. */
  static Map<PerfMetric, Double> of(DualRunMetrics run) {
    return measured(metric -> metric.ofRun.map(figure -> figure.apply(run)));
  }

  /** What was measured of one of its agents; in the order of this list. */
  static Map<PerfMetric, Double> of(AgentMetrics agent) {
    return measured(metric -> metric.ofAgent.map(figure -> figure.apply(agent)));
  }

  private static Map<PerfMetric, Double> measured(
      Function<PerfMetric, Optional<OptionalDouble>> figure) {
    var measured = new EnumMap<PerfMetric, Double>(PerfMetric.class);
    for (var metric : values()) {
      figure
          .apply(metric)
          .filter(value -> value.isPresent() && Double.isFinite(value.getAsDouble()))
          .ifPresent(value -> measured.put(metric, value.getAsDouble()));
    }
    return measured;
  }

  private static OptionalDouble joulesPerToken(DualRunMetrics run) {
    return run.energy().joulesPerToken();
  }
}
