package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes room for a run that is measured again, without losing what was recorded of it. */
final class SetAside {
  private static final String PREFIX = "set_aside_";
  private static final String UNFINISHED = "unfinished_";

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
      var aside = unused(folder, PREFIX);
      move(files(folder), aside);
      return aside;
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "cannot set the files in " + folder + " aside to measure that run again", failed);
    }
  }

  /**
   * Moves what stands in a folder without a record out of the way of the run that is measured next:
   * to the record, where a process was killed while it set that aside, else into a folder of its
   * own, {@code unfinished_<n>}. Does nothing where there is no such file.
   *
   * @throws UncheckedIOException when they cannot be moved
   */
  static void rest(Path folder) {
    try {
      var rest = files(folder);
      if (rest.isEmpty()) {
        return;
      }
      var last = of(folder).reversed().stream().findFirst().filter(aside -> lacks(aside, rest));
      move(rest, last.orElseGet(() -> unused(folder, UNFINISHED)));
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "cannot set the files in " + folder + " aside to measure that run", failed);
    }
  }

  /** The records of a run that were set aside, oldest first. */
  static List<Path> of(Path folder) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> folder.resolve(PREFIX + number))
        .takeWhile(Files::isDirectory)
        .filter(KeptBlock::isIn)
        .toList();
  }

  /** Whether a file of a run was moved aside. */
  static boolean holds(Path file) {
    return file.getParent().getFileName().toString().startsWith(PREFIX);
  }

  /** The record first. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> !file.endsWith("metrics.json")))
          .toList();
    }
  }

  private static void move(List<Path> files, Path aside) throws IOException {
    Files.createDirectories(aside);
    for (var file : files) {
      Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean lacks(Path aside, List<Path> files) {
    return files.stream().map(Path::getFileName).map(aside::resolve).noneMatch(Files::exists);
  }

  private static Path unused(Path folder, String prefix) {
    var number = 1;
    while (Files.exists(folder.resolve(prefix + number))) {
      number++;
    }
    return folder.resolve(prefix + number);
  }
}
