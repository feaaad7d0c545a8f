package dev.tr116.trace;

import java.util.List;
import java.util.Optional;

/**
 * What was told of power while a block ran, with a neighbour on either side where there is one.
 *
 * @param gpus each GPU that told its power in this session; none where none did
 * @param cpu all processor packages together; none where they are not read
 * @param gpuMissing why nothing more is known of the GPUs; empty while they tell
 * @param cpuMissing why nothing more is known of the processors; empty while they are read
 */
public record PowerTrace(
    List<PowerSeries> gpus,
    List<EnergyReading> cpu,
    Optional<String> gpuMissing,
    Optional<String> cpuMissing) {
  public PowerTrace {
    gpus = List.copyOf(gpus);
    cpu = List.copyOf(cpu);
  }

  /** Nothing is sampled, for one reason. */
  public static PowerTrace none(String reason) {
    return new PowerTrace(List.of(), List.of(), Optional.of(reason), Optional.of(reason));
  }
}
