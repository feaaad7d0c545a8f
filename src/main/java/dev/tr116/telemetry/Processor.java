package dev.tr116.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Names processor and memory, from Linux's own files where they exist. */
final class Processor {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path MEMORY_INFO = Path.of("/proc/meminfo");

  private Processor() {}

  static String name() {
    return valueIn(CPU_INFO, "model name").orElse(System.getProperty("os.arch"));
  }

  static Optional<Long> memoryMiB() {
    return valueIn(MEMORY_INFO, "MemTotal")
        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024);
  }

  private static Optional<String> valueIn(Path file, String key) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
