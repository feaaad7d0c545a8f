package dev.tr116.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * The machine that runs the agents.
 *
 * @param jdk vendor and version
 * @param os name, version and architecture
 * @param cpu the processor's own name, else its architecture
 * @param cores processors the JVM may use
 * @param memoryMiB physical memory; empty where the system does not tell
 * @param gpu name, driver and memory of each NVIDIA GPU; empty where no nvidia-smi answers
 * @param git the commit of the project the tests stand in; empty outside a repository
 * @param power what of its power is measured, or why nothing is; empty where nobody asked
 */
public record Environment(
    String jdk,
    String os,
    String cpu,
    int cores,
    Optional<Long> memoryMiB,
    List<String> gpu,
    Optional<String> git,
    Optional<String> power) {
  public Environment {
    gpu = List.copyOf(gpu);
  }

  /** A machine whose power nobody asked for. */
  public Environment(
      String jdk,
      String os,
      String cpu,
      int cores,
      Optional<Long> memoryMiB,
      List<String> gpu,
      Optional<String> git) {
    this(jdk, os, cpu, cores, memoryMiB, gpu, git, Optional.empty());
  }

  /** Reads this machine's; takes up to some seconds where a tool hangs. */
  public static Environment read() {
    return new Environment(
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Processor.name(),
        Runtime.getRuntime().availableProcessors(),
        Processor.memoryMiB(),
        OutsideTool.linesOf(
            "nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader"),
        OutsideTool.linesOf("git", "rev-parse", "HEAD").stream().findFirst());
  }

  /** The same machine with what is known of its power. */
  public Environment with(PowerMeter meter) {
    return new Environment(
        jdk, os, cpu, cores, memoryMiB, gpu, git, Optional.of(meter.description()));
  }

  /**
   * Sixteen hex digits that change when anything changes that a speed depends on.
   *
   * @param server its version
   * @param modelDigest the model's digest
   * @param quantization the model's quantization
   */
  public String fingerprint(
      Optional<String> server, Optional<String> modelDigest, Optional<String> quantization) {
    return Fingerprint.of(
        List.of(
            jdk,
            os,
            cpu,
            String.valueOf(cores),
            String.join(";", gpu),
            server.orElse(""),
            modelDigest.orElse(""),
            quantization.orElse("")));
  }
}
