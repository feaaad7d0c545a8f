package dev.tr116.monitoring;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.RunCost;
import dev.tr116.plan.SloMetric;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Percentile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures that are watched: one name for exposition, alerts and dashboard. Base units, as
 * Prometheus has them: seconds, ratios from 0 to 1.
 */
public enum Gauge {
  /** TR116's. */
  CONCURRENCY_SPEEDUP(
      "concurrency_speedup_ratio",
      "Sum of the agents' wall times over the wall time side by side, mean of the runs (TR116)",
      "none",
      SloMetric.CONCURRENCY_SPEEDUP,
      of(DualRunMetrics::concurrencySpeedup)),
  /** TR116's. */
  EFFICIENCY(
      "efficiency_ratio",
      "concurrency_speedup over the number of agents, mean of the runs (TR116)",
      "percentunit",
      SloMetric.EFFICIENCY,
      of(DualRunMetrics::efficiencyPercent)),
  /** Against the agents alone. */
  TRUE_SPEEDUP(
      "true_speedup_ratio",
      "Sum of the agents' wall times alone over the wall time side by side, mean of the runs",
      "none",
      SloMetric.TRUE_SPEEDUP,
      of(DualRunMetrics::trueSpeedup)),
  /** The same as a share. */
  TRUE_EFFICIENCY(
      "true_efficiency_ratio",
      "true_speedup over the number of agents, mean of the runs",
      "percentunit",
      null,
      of(run -> divided(run.trueEfficiencyPercent()))),
  /** Only from as many calls as support a 95th percentile. */
  TTFT_P95(
      "ttft_p95_seconds",
      "Time to first token, 95th percentile of the calls side by side",
      "s",
      SloMetric.TTFT_P95,
      (cell, price) -> ttft(cell)),
  /** By either of TR116's rules. */
  CONTENTION(
      "contention_ratio",
      "Share of the runs that saw contention (TR116)",
      "percentunit",
      SloMetric.CONTENTION_RATE,
      (cell, price) -> cell.contentionRatePercent()),
  /** Alone and side by side. */
  ERRORS(
      "error_ratio",
      "Share of the calls that failed",
      "percentunit",
      SloMetric.ERROR_RATE,
      (cell, price) -> cell.errorRatePercent()),
  /** Only where the session has a price. */
  COST(
      "cost_per_1000_executions_dollars",
      "Price of the machines for a thousand runs one after the other, mean of the runs",
      "currencyUSD",
      SloMetric.COST_PER_1000,
      priced(RunCost::per1000)),
  /** Only where the session has a price. */
  TOKENS_PER_DOLLAR(
      "tokens_per_dollar",
      "Tokens that all agents generate for a dollar, mean of the runs",
      "short",
      null,
      priced(RunCost::tokensPerDollar)),
  /** Of the slowest agent. */
  DECODE_RATE(
      "decode_rate_tokens_per_second",
      "Decode rate of the slowest agent, mean of the runs",
      "short",
      SloMetric.DECODE_RATE,
      of(Gauge::slowest)),
  /** Only where power was sampled. */
  ENERGY(
      "energy_per_token_joules",
      "Energy of a token side by side, mean of the runs",
      "joule",
      SloMetric.JOULES_PER_TOKEN,
      of(run -> run.energy().joulesPerToken())),
  /** From the barrier to the last agent's end. */
  WALL(
      "wall_time_seconds",
      "Wall time side by side, mean of the runs",
      "s",
      null,
      of(run -> milli(run.concurrentWall())));

  private static final double P95 = 0.95;
  private static final double HUNDRED = 100;
  private static final double THOUSAND = 1000;

  private final String word;
  private final String help;
  private final String grafanaUnit;
  private final Optional<SloMetric> objective;
  private final transient BiFunction<CellMetrics, Optional<BigDecimal>, OptionalDouble> ofCell;

  Gauge(
      String word,
      String help,
      String grafanaUnit,
      @Nullable SloMetric objective,
      BiFunction<CellMetrics, Optional<BigDecimal>, OptionalDouble> ofCell) {
    this.word = word;
    this.help = help;
    this.grafanaUnit = grafanaUnit;
    this.objective = Optional.ofNullable(objective);
    this.ofCell = ofCell;
  }

  /** The one that an objective limits. */
  public static Gauge of(SloMetric metric) {
    return Arrays.stream(values())
        .filter(gauge -> gauge.objective.equals(Optional.of(metric)))
        .findFirst()
        .orElseThrow();
  }

  /** Its name in Prometheus, e.g. {@code tr116_efficiency_ratio}. */
  public String metricName() {
    return "tr116_" + word;
  }

  /** What it is, in one line. */
  public String help() {
    return help;
  }

  /** The unit as Grafana names it. */
  String grafanaUnit() {
    return grafanaUnit;
  }

  /** The objective that limits it; empty where none does. */
  public Optional<SloMetric> objective() {
    return objective;
  }

  /** A limit of the objective in this gauge's unit, as text without an exponent. */
  String limit(double inUnitOfObjective) {
    return scale(BigDecimal.valueOf(inUnitOfObjective)).stripTrailingZeros().toPlainString();
  }

  /**
   * Its value for a cell; empty where that was not measured.
   *
   * @param pricePerHour of all machines together, US dollars
   */
  public OptionalDouble of(CellMetrics cell, Optional<BigDecimal> pricePerHour) {
    var value = ofCell.apply(cell, pricePerHour);
    return value.isPresent()
        ? OptionalDouble.of(scale(BigDecimal.valueOf(value.getAsDouble())).doubleValue())
        : value;
  }

  /** From the unit of the objective to the base unit. */
  private BigDecimal scale(BigDecimal value) {
    return switch (objective.map(SloMetric::unit).orElse("")) {
      case "%" -> value.movePointLeft(2);
      case "ms" -> value.movePointLeft(3);
      default -> value;
    };
  }

  private static BiFunction<CellMetrics, Optional<BigDecimal>, OptionalDouble> of(
      Function<DualRunMetrics, OptionalDouble> figure) {
    return (cell, price) -> mean(cell, figure);
  }

  private static BiFunction<CellMetrics, Optional<BigDecimal>, OptionalDouble> priced(
      BiFunction<DualRunMetrics, BigDecimal, OptionalDouble> figure) {
    return (cell, price) ->
        price
            .map(dollars -> mean(cell, run -> figure.apply(run, dollars)))
            .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble mean(
      CellMetrics cell, Function<DualRunMetrics, OptionalDouble> figure) {
    return cell.over(figure)
        .map(Distribution::mean)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble ttft(CellMetrics cell) {
    return cell.ttft(P95)
        .filter(Percentile::isSupported)
        .map(percentile -> OptionalDouble.of(percentile.ofSample()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble slowest(DualRunMetrics run) {
    var rates = run.agents().stream().map(AgentMetrics::decodeRate).toList();
    return rates.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : rates.stream().mapToDouble(OptionalDouble::getAsDouble).min();
  }

  private static OptionalDouble divided(OptionalDouble percent) {
    return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / HUNDRED) : percent;
  }

  private static OptionalDouble milli(OptionalDouble ms) {
    return ms.isPresent() ? OptionalDouble.of(ms.getAsDouble() / THOUSAND) : ms;
  }
}
