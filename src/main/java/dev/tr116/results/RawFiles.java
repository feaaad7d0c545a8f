package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The files of a session that cannot be made again: everything in the folders of its runs, and what
 * the session itself, or each it was joined from, noted down. Summaries, tables and reports follow
 * from these.
 */
final class RawFiles {
  /** A run, or the second time of one, e.g. {@code run_2_again}. */
  private static final Pattern RUN = Pattern.compile("run_\\d+(_again)?");

  private static final Pattern OF_THE_SESSION =
      Pattern.compile("session\\.json|preflight\\.json|.*\\.jsonl(\\.gz)?|power_log.*\\.csv");

  /** What is left of a file whose writing was cut short; it was never part of the session. */
  private static final Pattern UNFINISHED = Pattern.compile("\\..*\\.part");

  private RawFiles() {}

  /**
   * Every raw file by its path below the session's folder, with {@code /} between names, sorted.
   *
   * @throws IOException when the folder cannot be read
   */
  static SortedMap<String, Path> in(Path session) throws IOException {
    var found = new TreeMap<String, Path>();
    try (var files = Files.walk(session)) {
      for (var file : files.filter(file -> !Files.isDirectory(file)).toList()) {
        var path = session.relativize(file);
        if (isRaw(path)) {
          found.put(name(path), file);
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    return found;
  }

  /** Whether a file at that path below a session's folder is one. */
  static boolean isRaw(Path path) {
    var name = path.getFileName().toString();
    if (UNFINISHED.matcher(name).matches()) {
      return false;
    }
    for (var folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (RUN.matcher(folder.getFileName().toString()).matches()) {
        return true;
      }
    }
    return OF_THE_SESSION.matcher(name).matches()
        && (path.getNameCount() == 1 || path.startsWith(MergedNotes.FOLDER));
  }

  private static String name(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
