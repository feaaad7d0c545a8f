package dev.tr116.telemetry;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/**
 * What this JVM has spent on itself since it started.
 *
 * @param garbageCollection pauses to collect garbage, ms
 * @param compilation the compilers' time, beside the program, ms; empty where the JVM does not tell
 */
public record JvmActivity(double garbageCollection, OptionalDouble compilation) {

  /** Up to this moment. */
  public static JvmActivity now() {
    var collectors = ManagementFactory.getGarbageCollectorMXBeans();
    var compiler = ManagementFactory.getCompilationMXBean();
    return new JvmActivity(
        collectors.stream()
            // A cycle that runs beside the program is no pause; its pauses have a bean of their
            // own.
            .filter(collector -> !collector.getName().endsWith("Cycles"))
            .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
            .sum(),
        compiler != null && compiler.isCompilationTimeMonitoringSupported()
            ? OptionalDouble.of((double) compiler.getTotalCompilationTime())
            : OptionalDouble.empty());
  }

  /** What was spent between an earlier moment and this one. */
  public JvmActivity since(JvmActivity earlier) {
    return new JvmActivity(
        garbageCollection - earlier.garbageCollection,
        compilation.isPresent() && earlier.compilation.isPresent()
            ? OptionalDouble.of(compilation.getAsDouble() - earlier.compilation.getAsDouble())
            : OptionalDouble.empty());
  }
}
