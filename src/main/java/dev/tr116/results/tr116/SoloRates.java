package dev.tr116.results.tr116;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.Scenario;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How fast TR116's agents decoded alone, in tokens per second: with server defaults over all four
 * configurations, with chimera options at 80 layers and the context nearest to that of the dual
 * runs. Rust: all tokens over all decode time; Python, which keeps no decode time: mean over runs.
 *
 * @param configurations of both harnesses
 */
public record SoloRates(List<ImportedSingle> configurations) {
  private static final int GPU_LAYERS = 80;

  public SoloRates {
    configurations = List.copyOf(configurations);
  }

  /** The rate for an agent of a dual run; empty when its configuration was not measured alone. */
  public OptionalDouble of(ImportedRun run, AgentRole role) {
    var fitting =
        configurations.stream()
            .filter(single -> single.harness() == run.harness())
            .filter(single -> single.model().equals(run.model()))
            .toList();
    var isBaseline =
        run.scenario().equals(Scenario.BASELINE_VS_CHIMERA) && role.equals(AgentRole.COLLECTOR);
    var samples =
        isBaseline
            ? fitting.stream().flatMap(single -> single.baseline().stream())
            : fitting.stream()
                .filter(single -> single.gpuLayers() == GPU_LAYERS)
                .filter(single -> single.ctx() == contextOf(run.harness()))
                .flatMap(single -> single.chimera().stream());
    return rate(run.harness(), samples);
  }

  /** Rust's dual runs had 512; Python's had 2048, and 1024 is the largest measured alone. */
  private static int contextOf(Harness harness) {
    return harness == Harness.RUST ? 512 : 1024;
  }

  private static OptionalDouble rate(Harness harness, Stream<SingleSample> samples) {
    var measured = samples.filter(sample -> sample.throughput().isPresent()).toList();
    if (harness == Harness.PYTHON) {
      return ImportedSingle.mean(measured, SingleSample::throughput);
    }
    var decode = sum(measured, sample -> sample.eval().orElse(0));
    return decode > 0
        ? OptionalDouble.of(1000 * sum(measured, sample -> sample.tokens().orElse(0)) / decode)
        : OptionalDouble.empty();
  }

  private static double sum(List<SingleSample> samples, ToDoubleFunction<SingleSample> figure) {
    return samples.stream().mapToDouble(figure).sum();
  }
}
