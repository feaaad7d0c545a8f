package dev.tr116;

import dev.tr116.trace.EnergyReading;
import dev.tr116.trace.PowerSample;
import dev.tr116.trace.PowerSeries;
import dev.tr116.trace.PowerTrace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Power of devices that always take the same, from 5 s before the barrier to 60 s after it. */
public final class Power {
  private static final int BEFORE = -5;
  private static final int AFTER = 60;

  private Power() {}

  /** One GPU, a sample a second; the processors are not read. */
  public static PowerTrace gpu(double watts) {
    return new PowerTrace(
        List.of(series("gpu0", watts)), List.of(), Optional.empty(), Optional.of("no RAPL"));
  }

  /** Two GPUs and the processors. */
  public static PowerTrace all(double gpu0, double gpu1, double cpu) {
    return new PowerTrace(
        List.of(series("gpu0", gpu0), series("gpu1", gpu1)),
        counter(cpu),
        Optional.empty(),
        Optional.empty());
  }

  /** The processors alone. */
  public static PowerTrace cpu(double watts) {
    return new PowerTrace(
        List.of(), counter(watts), Optional.of("no nvidia-smi on the PATH"), Optional.empty());
  }

  private static PowerSeries series(String device, double watts) {
    return new PowerSeries(
        device,
        IntStream.rangeClosed(BEFORE, AFTER)
            .mapToObj(second -> new PowerSample(Traces.at(1000.0 * second), watts))
            .toList());
  }

  private static List<EnergyReading> counter(double watts) {
    return IntStream.rangeClosed(10 * BEFORE, 10 * AFTER)
        .mapToObj(tenth -> new EnergyReading(Traces.at(100.0 * tenth), watts * tenth / 10))
        .toList();
  }
}
