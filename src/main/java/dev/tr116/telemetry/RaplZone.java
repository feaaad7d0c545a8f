package dev.tr116.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The counter of one processor package, in Linux's powercap folder; AMD processors have it under
 * the same name. It begins anew when it is full.
 */
final class RaplZone {
  private static final double MICRO = 1e-6;

  private final Path counter;
  private final long range;
  private long last;
  private double joules;

  private RaplZone(Path folder) throws IOException {
    this.counter = folder.resolve("energy_uj");
    this.range = number(folder.resolve("max_energy_range_uj"));
    this.last = number(counter);
  }

  /**
   * The packages in that folder; neither their parts nor the platform, which would count twice.
   *
   * @throws IOException when a counter cannot be read
   */
  static List<RaplZone> in(Path powercap) throws IOException {
    var zones = new ArrayList<RaplZone>();
    if (!Files.isDirectory(powercap)) {
      return zones;
    }
    try (var folders = Files.newDirectoryStream(powercap, "intel-rapl:*")) {
      for (var folder : folders) {
        if (folder.getFileName().toString().matches("intel-rapl:\\d+")
            && text(folder.resolve("name")).startsWith("package-")) {
          zones.add(new RaplZone(folder));
        }
      }
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    }
    return zones;
  }

  /**
   * Reads it.
   *
   * @return the energy since it was read first, J
   * @throws UncheckedIOException when it cannot be read any more
   */
  double joules() {
    try {
      var now = number(counter);
      joules += MICRO * (now >= last ? now - last : now - last + range);
      last = now;
      return joules;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static long number(Path file) throws IOException {
    var text = text(file);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException garbage) {
      throw new IOException(file + " holds no number", garbage);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }
}
