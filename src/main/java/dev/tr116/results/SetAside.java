package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Makes room for a run that is measured again, without losing what was recorded of it. */
final class SetAside {
  private static final String PREFIX = "set_aside_";

  private SetAside() {}

  /**
   * Moves the files of a run into a folder of their own below it, the record first: a run whose
   * files are moved in part only is one that has no record.
   *
   * @return where they are now
   * @throws UncheckedIOException when they cannot be moved
   */
  static Path run(Path folder) {
    try {
      var aside = unused(folder);
      Files.createDirectories(aside);
      try (var files = Files.list(folder)) {
        var ordered =
            files
                .filter(Files::isRegularFile)
                .sorted(Comparator.comparing(file -> !file.endsWith("metrics.json")))
                .toList();
        for (var file : ordered) {
          Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return aside;
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "cannot set the files in " + folder + " aside to measure that run again", failed);
    }
  }

  /** Whether a file of a run was moved aside. */
  static boolean holds(Path file) {
    return file.getParent().getFileName().toString().startsWith(PREFIX);
  }

  private static Path unused(Path folder) {
    var number = 1;
    while (Files.exists(folder.resolve(PREFIX + number))) {
      number++;
    }
    return folder.resolve(PREFIX + number);
  }
}
