package dev.tr116.cli;

import dev.tr116.plan.Property;
import dev.tr116.report.LongWork;
import dev.tr116.results.KeptSession;
import dev.tr116.results.StoredSession;
import java.nio.file.Path;

/** Finds and reads the sessions that commands are given. */
final class SessionFolder {
  private SessionFolder() {}

  /**
   * The folder of a session, given as a path or as a name in the folder of the sessions.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  static Path of(Path given) {
    var results = Path.of(Property.RESULTS.standard());
    if (KeptSession.isIn(given)) {
      return given;
    }
    if (KeptSession.isIn(results.resolve(given))) {
      return results.resolve(given);
    }
    var known = KeptSession.namesIn(results);
    throw new IllegalArgumentException(
        given
            + " holds no session; give its folder"
            + (known.isEmpty() ? "" : ", e.g. " + results.resolve(known.getLast())));
  }

  /** Reads it whole; a terminal hears how far that is. */
  static StoredSession read(Path given) {
    var folder = of(given);
    try (var work = LongWork.of("reading runs")) {
      return StoredSession.read(folder, work::at);
    }
  }
}
