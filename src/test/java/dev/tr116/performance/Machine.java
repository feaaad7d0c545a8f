package dev.tr116.performance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What this machine has for a measurement. */
final class Machine {
  private Machine() {}

  /** Whether a program of that name is on the path. */
  static boolean has(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }

  /** Whether a process can be held on one processor while another has one to itself. */
  static boolean pins() {
    return has("taskset") && Runtime.getRuntime().availableProcessors() > 1;
  }

  /** The command on that processor alone, where this machine can do that. */
  static List<String> on(int processor, List<String> command) {
    if (!pins()) {
      return command;
    }
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(processor)));
    pinned.addAll(command);
    return pinned;
  }
}
