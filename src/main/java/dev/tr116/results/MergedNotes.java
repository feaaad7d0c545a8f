package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What sessions noted down beside their runs, kept in the session they were joined to. */
final class MergedNotes {
  /** The folder below the joined session's; it has one for each part. */
  static final String FOLDER = "merged_from";

  private MergedNotes() {}

  /**
   * Where the notes of a part belong.
   *
   * @param number of the part, from 1: copies of a session have one name
   */
  static Path of(Path session, int number, String name) {
    return session.resolve(FOLDER).resolve(number + "-" + name);
  }

  /** The files of a name: the session's own and those of its parts, as far as they exist. */
  static List<Path> named(Path session, String name) {
    var found = new ArrayList<Path>();
    var own = session.resolve(name);
    if (Files.exists(own)) {
      found.add(own);
    }
    var parts = session.resolve(FOLDER);
    if (Files.isDirectory(parts)) {
      try (var files = Files.walk(parts)) {
        files.filter(file -> file.endsWith(name)).sorted().forEach(found::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + parts, unreadable);
      }
    }
    return found;
  }
}
