package dev.tr116.telemetry;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the machine has to spare now.
 *
 * @param load processes that wanted a core, mean of the last minute; empty where the system does
 *     not tell
 * @param cores processors the JVM may use
 * @param freeDisk bytes this program may still write below the folder asked for
 * @param gpuFreeMiB memory left on each NVIDIA GPU; none where no nvidia-smi answers
 */
public record HostState(OptionalDouble load, int cores, long freeDisk, List<Long> gpuFreeMiB) {
  public HostState {
    gpuFreeMiB = List.copyOf(gpuFreeMiB);
  }

  /** Reads it; takes up to some seconds where a tool hangs. */
  public static HostState read(Path folder) {
    var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return new HostState(
        load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load),
        Runtime.getRuntime().availableProcessors(),
        existing(folder).getUsableSpace(),
        OutsideTool.linesOf(
                "nvidia-smi", "--query-gpu=memory.free", "--format=csv,noheader,nounits")
            .stream()
            .filter(line -> line.matches("\\d{1,9}"))
            .map(Long::valueOf)
            .toList());
  }

  /** The folder, or the first above it that exists: that is where it will be made. */
  private static File existing(Path folder) {
    return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(folder + " has no root"))
        .toFile();
  }
}
