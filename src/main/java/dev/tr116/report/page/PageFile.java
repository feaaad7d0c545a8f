package dev.tr116.report.page;

import dev.tr116.results.KeptSession;
import dev.tr116.results.SessionComparison;
import dev.tr116.results.SessionFile;
import dev.tr116.results.StoredSession;
import dev.tr116.slo.RegressionVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The {@code report.html} of a session, made from its folder alone. */
public final class PageFile {
  /** Its name in the session's folder. */
  public static final String NAME = "report.html";

  private PageFile() {}

  /**
   * Makes the page of a session anew and writes it into its folder, whole or not at all.
   *
   * @return the page
   * @throws dev.tr116.results.UnreadableRecordException when the folder holds no session
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public static Path write(Path session) {
    return write(StoredSession.read(session));
  }

  /** The same of a session that is read already. */
  public static Path write(StoredSession stored) {
    return write(stored, stored.session().directory()).getFirst();
  }

  /**
   * Writes the page of a session into any folder; its links lead to the session's records from
   * there.
   *
   * @return the files that were written
   */
  public static List<Path> write(StoredSession stored, Path folder) {
    return List.of(
        SessionFile.write(folder, NAME, SessionPage.of(stored, comparison(stored), folder)));
  }

  /** With the session that the settings name, where it is still there. */
  private static Optional<RegressionVerdict> comparison(StoredSession stored) {
    var settings = stored.session().settings();
    return settings
        .comparison()
        .filter(comparison -> KeptSession.isIn(comparison.folder()))
        .map(
            comparison ->
                new SessionComparison(KeptSession.read(comparison.folder()))
                    .with(
                        KeptSession.read(stored.session().directory()),
                        comparison,
                        settings.seed(),
                        settings.enforcement().appliesTo(stored.session().backend())));
  }
}
