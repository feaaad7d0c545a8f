package dev.tr116.telemetry;

import dev.tr116.trace.PowerTrace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What this machine's GPUs and processors take, once a second: GPUs by {@code nvidia-smi}, whose
 * figure is the board's and on many boards a mean over the last second or a part of it; processors
 * by RAPL, packages only. Where there is neither, everything is absent and the reason is known.
 */
public final class PowerMeter implements AutoCloseable {
  private static final Path POWERCAP = Path.of("/sys/class/powercap");
  private static final Duration FIRST_LINE = Duration.ofSeconds(5);

  private final Optional<String> notMeasured;
  private final PowerLog log = new PowerLog();
  private final Optional<GpuPower> gpu;
  private final Optional<CpuPower> cpu;
  private final Set<String> told = new HashSet<>();

  private PowerMeter(String reason) {
    this.notMeasured = Optional.of(reason);
    this.told.add(reason);
    this.gpu = Optional.empty();
    this.cpu = Optional.empty();
  }

  private PowerMeter(Optional<Path> nvidiaSmi, Path powercap) {
    this.notMeasured = Optional.empty();
    this.gpu = Optional.of(GpuPower.open(nvidiaSmi, log, FIRST_LINE));
    this.cpu = Optional.of(CpuPower.open(powercap, log));
    news();
  }

  /** A meter that measures nothing, for that reason. */
  public static PowerMeter off(String reason) {
    return new PowerMeter(reason);
  }

  /** A meter of this machine; takes up to some seconds where {@code nvidia-smi} is slow. */
  public static PowerMeter open() {
    return open(NvidiaSmi.program(), POWERCAP);
  }

  /**
   * A meter of what is told here.
   *
   * @param nvidiaSmi the program; empty where there is none
   * @param powercap Linux's folder of that name; it need not exist
   */
  public static PowerMeter open(Optional<Path> nvidiaSmi, Path powercap) {
    return new PowerMeter(nvidiaSmi, powercap);
  }

  /** Keeps every sample from now on in that file too, which is made with the first of them. */
  public void logTo(Path csv) {
    log.to(csv);
  }

  /**
   * In one line what is measured, and what is not and why, e.g. {@code not measured, no nvidia-smi
   * on the PATH and no readable RAPL counter}.
   */
  public String description() {
    var silent = silences().toList();
    var measured =
        Stream.concat(
                gpu.stream()
                    .filter(graphics -> graphics.missing().isEmpty())
                    .map(graphics -> count(graphics.devices(), "GPU") + " by nvidia-smi"),
                cpu.stream()
                    .filter(processors -> processors.missing().isEmpty())
                    .map(
                        processors ->
                            count(processors.packages(), "processor package") + " by RAPL"))
            .toList();
    return measured.isEmpty()
        ? "not measured, " + String.join(" and ", silent)
        : String.join(", ", measured) + (silent.isEmpty() ? "" : "; " + silent.getFirst());
  }

  /**
   * What was told between two moments of the monotonic clock, ns; waits up to some seconds for the
   * first sample after them.
   */
  public PowerTrace between(long from, long to) {
    return notMeasured
        .map(PowerTrace::none)
        .orElseGet(() -> between(gpu.orElseThrow(), cpu.orElseThrow(), from, to));
  }

  private static PowerTrace between(GpuPower gpu, CpuPower cpu, long from, long to) {
    return new PowerTrace(
        gpu.between(from, to), cpu.between(from, to), gpu.missing(), cpu.missing());
  }

  /** How long it was waited for samples so far. */
  public Duration waited() {
    return gpu.map(GpuPower::waited).orElse(Duration.ZERO);
  }

  /** What has gone wrong since this was asked last; each thing is told once. */
  public List<String> news() {
    return Stream.concat(silences(), log.trouble().stream()).filter(told::add).toList();
  }

  private Stream<String> silences() {
    return Stream.of(notMeasured, gpu.flatMap(GpuPower::missing), cpu.flatMap(CpuPower::missing))
        .flatMap(Optional::stream);
  }

  @Override
  public void close() {
    try (log) {
      gpu.ifPresent(GpuPower::close);
      cpu.ifPresent(CpuPower::close);
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
