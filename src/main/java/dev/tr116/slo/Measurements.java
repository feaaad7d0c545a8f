package dev.tr116.slo;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.RunCost;
import dev.tr116.plan.SloMetric;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Takes each limited metric from a cell's runs. */
final class Measurements {
  private static final double P95 = 0.95;

  private final CellMetrics cell;
  private final Optional<BigDecimal> pricePerHour;

  Measurements(CellMetrics cell, Optional<BigDecimal> pricePerHour) {
    this.cell = cell;
    this.pricePerHour = pricePerHour;
  }

  Measurement of(SloMetric metric) {
    return switch (metric) {
      case CONCURRENCY_SPEEDUP -> mean(DualRunMetrics::concurrencySpeedup);
      case EFFICIENCY -> mean(DualRunMetrics::efficiencyPercent);
      case TRUE_SPEEDUP -> mean(DualRunMetrics::trueSpeedup);
      case DECODE_RATE -> mean(run -> smallest(run, AgentMetrics::decodeRate));
      case JOULES_PER_TOKEN -> mean(run -> run.energy().joulesPerToken());
      case TTFT_P95 -> ttft();
      case CONTENTION_RATE ->
          new Measurement.Share(
              cell.contention(),
              perRun(
                  run -> OptionalDouble.of(run.contentionDetected() ? 100 : 0), cell.measured()));
      case ERROR_RATE ->
          new Measurement.Share(
              cell.errors(),
              perRun(
                  run -> new CellMetrics(cell.id(), List.of(run)).errorRatePercent(), cell.runs()));
      case COST_PER_1000 -> mean(this::cost);
    };
  }

  private Measurement mean(Function<DualRunMetrics, OptionalDouble> figure) {
    return new Measurement.Mean(
        cell.over(figure), cell.interval(figure), perRun(figure, cell.measured()));
  }

  private Measurement ttft() {
    return new Measurement.Tail(
        cell.ttft(P95),
        Arrays.stream(cell.ttfts()).boxed().toList(),
        cell.measured().stream().mapToInt(run -> ttfts(run).size()).max().orElse(0),
        perRun(Measurements::longestTtft, cell.measured()));
  }

  private OptionalDouble cost(DualRunMetrics run) {
    return pricePerHour.isPresent()
        ? RunCost.per1000(run, pricePerHour.get())
        : OptionalDouble.empty();
  }

  private static OptionalDouble smallest(
      DualRunMetrics run, Function<AgentMetrics, OptionalDouble> figure) {
    var values = run.agents().stream().map(figure).toList();
    return values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(OptionalDouble::getAsDouble).min();
  }

  private static OptionalDouble longestTtft(DualRunMetrics run) {
    return ttfts(run).stream().flatMapToDouble(OptionalDouble::stream).max();
  }

  private static List<OptionalDouble> ttfts(DualRunMetrics run) {
    return run.agents().stream().flatMap(agent -> agent.ttfts().stream()).toList();
  }

  private static List<Measurement.PerRun> perRun(
      Function<DualRunMetrics, OptionalDouble> figure, List<DualRunMetrics> runs) {
    return runs.stream()
        .flatMap(
            run ->
                figure.apply(run).stream()
                    .filter(Double::isFinite)
                    .mapToObj(value -> new Measurement.PerRun(run.id(), value)))
        .toList();
  }
}
