package dev.tr116.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this JVM holds after a collection.
 *
 * @param heapBytes used
 * @param threads platform threads, without those that carry virtual ones or belong to the JDK
 * @param descriptors open files and sockets; empty where the system does not tell
 */
record Footprint(long heapBytes, Set<Thread> threads, OptionalLong descriptors) {
  private static final double MIB = 1024.0 * 1024;

  /** Now. */
  static Footprint now() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return new Footprint(
        runtime.totalMemory() - runtime.freeMemory(),
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !isOfTheJdk(thread))
            .collect(Collectors.toSet()),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? OptionalLong.of(unix.getOpenFileDescriptorCount())
            : OptionalLong.empty());
  }

  double heapMib() {
    return heapBytes / MIB;
  }

  /** In a line. */
  String told() {
    return String.format(
        Locale.ROOT,
        "heap %.1f MiB, %d threads, %s descriptors",
        heapMib(),
        threads.size(),
        descriptors.isPresent() ? descriptors.getAsLong() : "unknown");
  }

  /** They come and go with virtual threads and the common pool, whoever uses these. */
  private static boolean isOfTheJdk(Thread thread) {
    return thread.getName().startsWith("ForkJoinPool")
        || thread.getThreadGroup() == null
        || thread.getThreadGroup().getName().matches("system|InnocuousThreadGroup");
  }
}
