package dev.tr116.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Stands in for the {@code nvidia-smi} program: a shell script. */
public final class FakeNvidiaSmi {
  private FakeNvidiaSmi() {}

  /**
   * Writes one that prints these lines again and again.
   *
   * @param pause between two rounds, s, as {@code sleep} takes it
   */
  public static Path printing(Path folder, String pause, String... lines) throws IOException {
    return running(
        folder,
        "while :; do\nprintf '%s\\n' '"
            + String.join("' '", lines)
            + "'\nsleep "
            + pause
            + "\ndone");
  }

  /** Writes one that does that when it is asked for power, and else tells a name. */
  static Path running(Path folder, String commands) throws IOException {
    var script = folder.resolve("nvidia-smi");
    Files.writeString(
        script,
        "#!/bin/sh\ncase \"$1\" in *power.draw*) ;; *) echo 'A GPU, 1.2, 24564 MiB'; exit;; esac\n"
            + commands
            + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}
