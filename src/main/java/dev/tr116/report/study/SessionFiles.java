package dev.tr116.report.study;

import dev.tr116.results.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the files in a session's folder say beside its records. */
final class SessionFiles {
  private static final int COLUMNS = 4;

  private SessionFiles() {}

  /** Every raw file with its checksum; none before the session's manifest is written. */
  static List<String> manifest(Path session) {
    return Files.exists(session.resolve(Manifest.FILE))
        ? Manifest.read(session).files().stream()
            .map(file -> file.path() + " " + file.bytes() + " bytes, SHA-256 " + file.sha256())
            .toList()
        : List.of();
  }

  /** The rows of checklist.md; none before it is written. */
  static List<List<String>> checklist(Path session) {
    var file = session.resolve("checklist.md");
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("| "))
          .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|")).skip(1).map(SessionFiles::cell))
          .map(cells -> cells.limit(COLUMNS).toList())
          .filter(cells -> !cells.equals(List.of("item", "what must hold", "state", "why")))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static String cell(String text) {
    return text.strip().replace("\\|", "|");
  }
}
