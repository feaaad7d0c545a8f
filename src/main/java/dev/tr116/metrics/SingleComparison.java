package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One agent with the server for itself: the same work with baseline and with chimera options.
 *
 * @param baseline with the baseline options
 * @param chimera with the options under study
 * @param throughputImprovement how much more tokens per second chimera has (TR116)
 * @param ttftReduction how much less TTFT chimera has, above 0 where it is faster (TR116)
 */
public record SingleComparison(
    Side baseline, Side chimera, PercentChange throughputImprovement, PercentChange ttftReduction) {

  /**
   * What one agent measured in one run.
   *
   * @param throughput tokens per second
   * @param ttft ms
   * @param latency from its start to its end, ms
   * @param load the model's load before it, ms
   */
  public record Sample(
      OptionalDouble throughput, OptionalDouble ttft, OptionalDouble latency, OptionalDouble load) {
    static Sample of(AgentMetrics agent) {
      return new Sample(agent.throughput(), agent.ttft(), agent.wall(), agent.load());
    }
  }

  /**
   * Both agents of one run.
   *
   * @param baseline with the baseline options
   * @param chimera with the options under study
   */
  public record Pair(Sample baseline, Sample chimera) {}

  /**
   * One side over all runs; nothing where no run has that figure.
   *
   * @param throughput tokens per second
   * @param ttft ms
   * @param latencyP50 ms
   * @param latencyP95 ms; supported by 59 runs and more
   * @param load ms
   */
  public record Side(
      Optional<Mean> throughput,
      Optional<Mean> ttft,
      Optional<Percentile> latencyP50,
      Optional<Percentile> latencyP95,
      Optional<Distribution> load) {
    private static Side of(List<Sample> samples) {
      var latency = values(samples, Sample::latency);
      return new Side(
          Mean.of(values(samples, Sample::throughput)),
          Mean.of(values(samples, Sample::ttft)),
          Percentile.of(latency, 0.5),
          Percentile.of(latency, 0.95),
          Distribution.of(values(samples, Sample::load)));
    }
  }

  /**
   * A mean over runs.
   *
   * @param sample whose mean
   * @param interval of the mean, by bootstrap; nothing with fewer than three runs
   */
  public record Mean(Distribution sample, Optional<Interval> interval) {
    private static Optional<Mean> of(double[] values) {
      var sorted = values.clone();
      Arrays.sort(sorted);
      return Distribution.of(sorted)
          .map(sample -> new Mean(sample, new Bootstrap(CellMetrics.SEED).ofMean(sorted)));
    }
  }

  /** Over the measured runs of a cell; nothing where there is none or the agents are others. */
  public static Optional<SingleComparison> of(CellMetrics cell) {
    var pairs = cell.measured().stream().flatMap(run -> pair(run).stream()).toList();
    return pairs.isEmpty() ? Optional.empty() : Optional.of(of(pairs));
  }

  /** Over runs, at least one; a figure is compared over the runs in which both agents have it. */
  public static SingleComparison of(List<Pair> pairs) {
    return new SingleComparison(
        Side.of(pairs.stream().map(Pair::baseline).toList()),
        Side.of(pairs.stream().map(Pair::chimera).toList()),
        change(pairs, Sample::throughput),
        change(pairs, Sample::ttft).asReduction());
  }

  private static Optional<Pair> pair(DualRunMetrics run) {
    return run.agent(AgentRole.BASELINE)
        .map(Sample::of)
        .flatMap(
            baseline ->
                run.agent(AgentRole.CHIMERA)
                    .map(Sample::of)
                    .map(chimera -> new Pair(baseline, chimera)));
  }

  private static PercentChange change(List<Pair> pairs, Function<Sample, OptionalDouble> figure) {
    return PercentChange.of(
        pairs.stream()
            .filter(
                pair ->
                    isFinite(figure.apply(pair.baseline()))
                        && isFinite(figure.apply(pair.chimera())))
            .map(
                pair ->
                    new PercentChange.Pair(
                        figure.apply(pair.baseline()).getAsDouble(),
                        figure.apply(pair.chimera()).getAsDouble()))
            .toList());
  }

  private static double[] values(List<Sample> samples, Function<Sample, OptionalDouble> figure) {
    return samples.stream()
        .map(figure)
        .filter(SingleComparison::isFinite)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  private static boolean isFinite(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble());
  }
}
