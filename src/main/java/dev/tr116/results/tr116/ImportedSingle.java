package dev.tr116.results.tr116;

import dev.tr116.metrics.PercentChange;
import dev.tr116.metrics.SingleComparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One single-agent configuration: the same work with server defaults and with chimera options.
 *
 * @param harness what measured it
 * @param model TR116's short name
 * @param gpuLayers num_gpu of the chimera options
 * @param ctx num_ctx of the chimera options
 * @param baseline samples of the baseline agent
 * @param chimera samples of the chimera agent
 */
public record ImportedSingle(
    Harness harness,
    String model,
    int gpuLayers,
    int ctx,
    List<SingleSample> baseline,
    List<SingleSample> chimera) {
  public ImportedSingle {
    baseline = List.copyOf(baseline);
    chimera = List.copyOf(chimera);
  }

  /** Calls that came without the server's counts. */
  public long callsWithoutFinalMetrics() {
    return java.util.stream.Stream.concat(baseline.stream(), chimera.stream())
        .filter(sample -> sample.throughput().isEmpty())
        .count();
  }

  /** Mean throughput as TR116 publishes it: a call without final metrics counts as 0. */
  public static OptionalDouble throughputAsPublished(List<SingleSample> samples) {
    return samples.stream().mapToDouble(sample -> sample.throughput().orElse(0)).average();
  }

  /** Mean of what was measured; empty when nothing was. */
  public static OptionalDouble mean(
      List<SingleSample> samples, Function<SingleSample, OptionalDouble> figure) {
    return samples.stream()
        .map(figure)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /**
   * How much more the chimera agent has, in percent of the baseline, by the rule of the harness:
   * Rust compares the means, Python averages over runs.
   *
   * @param mean of the samples of one side
   * @param figure of one sample
   */
  public OptionalDouble percentMore(
      Function<List<SingleSample>, OptionalDouble> mean,
      Function<SingleSample, OptionalDouble> figure) {
    if (harness == Harness.RUST) {
      return percentMore(mean.apply(baseline), mean.apply(chimera));
    }
    return IntStream.range(0, Math.min(baseline.size(), chimera.size()))
        .mapToObj(i -> percentMore(figure.apply(baseline.get(i)), figure.apply(chimera.get(i))))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /**
   * The same work compared as a cell of the suite {@code single} is; nothing where the sides are
   * not runs that belong together.
   */
  public Optional<SingleComparison> comparison() {
    var paired =
        !baseline.isEmpty()
            && baseline.stream()
                .map(SingleSample::run)
                .toList()
                .equals(chimera.stream().map(SingleSample::run).toList());
    return paired
        ? Optional.of(
            SingleComparison.of(
                IntStream.range(0, baseline.size())
                    .mapToObj(
                        i ->
                            new SingleComparison.Pair(
                                sample(baseline.get(i)), sample(chimera.get(i))))
                    .toList()))
        : Optional.empty();
  }

  private static SingleComparison.Sample sample(SingleSample sample) {
    return new SingleComparison.Sample(
        sample.throughput(), sample.ttft(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static OptionalDouble percentMore(OptionalDouble baseline, OptionalDouble chimera) {
    return baseline.isPresent() && chimera.isPresent()
        ? PercentChange.between(baseline.getAsDouble(), chimera.getAsDouble())
        : OptionalDouble.empty();
  }
}
