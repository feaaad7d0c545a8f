package dev.tr116.metrics;

import dev.tr116.trace.DualRun;
import dev.tr116.trace.PowerTrace;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The energy of one run. GPUs and processors are kept apart: a total stands only where both tell.
 *
 * @param gpu all GPUs together; empty where none tells its power in this session
 * @param gpuMissing why; empty where one does
 * @param cpu all processor packages together; empty where they cannot be read
 * @param cpuMissing why; empty where they can
 */
public record Energy(
    Optional<SourceEnergy> gpu,
    Optional<String> gpuMissing,
    Optional<SourceEnergy> cpu,
    Optional<String> cpuMissing) {

  /** Nothing was sampled, for that reason. */
  public static Energy notMeasured(String reason) {
    return new Energy(Optional.empty(), Optional.of(reason), Optional.empty(), Optional.of(reason));
  }

  /** The energy of a run by what was sampled around it. */
  public static Energy of(DualRun run, PowerTrace power) {
    return EnergyOfRun.of(run, power);
  }

  /**
   * What figures without a source are of: the GPUs where they tell in this session, else the
   * processors. Never a mixture, so that a run without a figure changes nothing in a mean.
   */
  public Optional<SourceEnergy> main() {
    return gpu.or(() -> cpu);
  }

  /** {@code gpu} or {@code cpu}: whose {@link #main()} is; empty where nothing was sampled. */
  public Optional<String> source() {
    return gpu.map(any -> "gpu").or(() -> cpu.map(any -> "cpu"));
  }

  /** GPUs and processors together; empty where one of them does not tell. */
  public Optional<SourceEnergy> total() {
    return gpu.flatMap(graphics -> cpu.map(graphics::and));
  }

  /** A figure of {@link #main()}; empty where nothing was sampled. */
  public OptionalDouble figure(Function<SourceEnergy, OptionalDouble> figure) {
    return main().map(figure).orElse(OptionalDouble.empty());
  }

  /** Energy side by side / tokens side by side, J. */
  public OptionalDouble joulesPerToken() {
    return figure(source -> source.concurrent().joulesPerToken());
  }

  /** Why a figure of {@link #main()} is missing, or all of them; empty when none is. */
  public Optional<String> missing() {
    if (main().isPresent()) {
      return main().get().missing();
    }
    var graphics = gpuMissing.orElse("");
    var processors = cpuMissing.orElse("");
    return Optional.of(graphics.equals(processors) ? graphics : graphics + " and " + processors);
  }
}
