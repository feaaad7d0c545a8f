package dev.tr116.report.study;

import dev.tr116.results.StoredSession;
import java.nio.file.Path;

/** The publishable report in TR116's structure, in ASCII Markdown. */
public final class StudyReport {
  /** The name of the file. */
  public static final String FILE = "TR116.md";

  private StudyReport() {}

  /** The report on a session. */
  public static String of(StoredSession session) {
    return StudyPage.of(SessionStudy.of(session), "Not part of this report.", "");
  }

  /** The report on TR116's own figures, as printed; they ship with this project. */
  public static String ofReference() {
    return StudyPage.of(ReferenceStudy.printed(), "", "");
  }

  /**
   * The report on TR116's own figures at full precision.
   *
   * @param place a table of runs, or a folder of tables or of TR116's result files
   * @throws dev.tr116.results.tr116.ImportException when there is nothing to read
   */
  public static String ofReference(Path place) {
    return StudyPage.of(ReferenceStudy.of(place), "", "");
  }
}
