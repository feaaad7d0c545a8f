package dev.tr116.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder as Linux's powercap, whose counters the test sets. */
final class RaplFolder {
  private final Path root;

  RaplFolder(Path root) {
    this.root = root;
  }

  /** A zone with a counter that begins anew at 1 kJ. */
  RaplFolder zone(String folder, String name, long microjoules) throws IOException {
    Files.createDirectories(root.resolve(folder));
    Files.writeString(root.resolve(folder).resolve("name"), name + "\n");
    Files.writeString(root.resolve(folder).resolve("max_energy_range_uj"), "1000000000\n");
    return set(folder, microjoules);
  }

  RaplFolder set(String folder, long microjoules) throws IOException {
    // A counter is never seen half written.
    var next = Files.writeString(root.resolve("next"), microjoules + "\n");
    Files.move(
        next,
        root.resolve(folder).resolve("energy_uj"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    return this;
  }

  Path path() {
    return root;
  }
}
