package dev.tr116.slo;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.SloMetric;
import dev.tr116.statistics.Distribution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Takes each limited metric from a cell's runs. */
final class Measurements {
  private static final double MS_PER_HOUR = 3_600_000;
  private static final double EXECUTIONS = 1000;

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
      case DECODE_RATE -> mean(run -> slowest(run, AgentMetrics::decodeRate));
      case TTFT_P95 -> ttft();
      case CONTENTION_RATE ->
          share(
              cell.contentionRatePercent(),
              run -> OptionalDouble.of(run.contentionDetected() ? 100 : 0),
              cell.measured(),
              cell.measured().size());
      case ERROR_RATE ->
          share(
              cell.errorRatePercent(),
              run -> new CellMetrics(cell.id(), List.of(run)).errorRatePercent(),
              cell.runs(),
              cell.countedCalls().size());
      case COST_PER_1000 -> mean(this::cost);
    };
  }

  private Measurement mean(Function<DualRunMetrics, OptionalDouble> figure) {
    var sample = cell.over(figure);
    return new Measurement(
        sample.map(s -> OptionalDouble.of(s.mean())).orElse(OptionalDouble.empty()),
        sample.map(Distribution::standardDeviation).orElse(OptionalDouble.empty()),
        sample.map(Distribution::n).orElse(0),
        perRun(figure, cell.measured()),
        Optional.empty());
  }

  private Measurement ttft() {
    var sample = cell.ttft();
    return new Measurement(
        sample.map(s -> OptionalDouble.of(s.p95())).orElse(OptionalDouble.empty()),
        sample.map(Distribution::standardDeviation).orElse(OptionalDouble.empty()),
        sample.map(Distribution::n).orElse(0),
        perRun(run -> slowest(run, agent -> negated(agent.ttft())), cell.measured()).stream()
            .map(run -> new Measurement.PerRun(run.run(), -run.value()))
            .toList(),
        sample
            .filter(s -> !s.supportsP95())
            .map(
                s ->
                    "p95 of this sample only; "
                        + Distribution.SUPPORTS_P95
                        + " calls would support it at 95 % confidence"));
  }

  private Measurement share(
      OptionalDouble value,
      Function<DualRunMetrics, OptionalDouble> figure,
      List<DualRunMetrics> runs,
      int samples) {
    return new Measurement(
        value, OptionalDouble.empty(), samples, perRun(figure, runs), Optional.empty());
  }

  private OptionalDouble cost(DualRunMetrics run) {
    return pricePerHour.isPresent() && run.concurrentWall().isPresent()
        ? OptionalDouble.of(
            EXECUTIONS
                * run.concurrentWall().getAsDouble()
                / MS_PER_HOUR
                * pricePerHour.get().doubleValue())
        : OptionalDouble.empty();
  }

  private static OptionalDouble slowest(
      DualRunMetrics run, Function<AgentMetrics, OptionalDouble> figure) {
    var values = run.agents().stream().map(figure).toList();
    return values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(OptionalDouble::getAsDouble).min();
  }

  private static OptionalDouble negated(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
  }

  private static List<Measurement.PerRun> perRun(
      Function<DualRunMetrics, OptionalDouble> figure, List<DualRunMetrics> runs) {
    return runs.stream()
        .filter(run -> figure.apply(run).isPresent())
        .map(run -> new Measurement.PerRun(run.id(), figure.apply(run).getAsDouble()))
        .toList();
  }
}
