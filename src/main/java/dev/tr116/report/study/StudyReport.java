package dev.tr116.report.study;

import dev.tr116.audit.Measurements;
import dev.tr116.audit.PrintedData;
import dev.tr116.results.AtomicFile;
import dev.tr116.results.StoredSession;
import dev.tr116.results.tr116.ImportedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The publishable report in TR116's structure, in Markdown of ASCII alone. */
public final class StudyReport {
  /** The name of its file, in a session's folder or elsewhere. */
  public static final String FILE = "TR116.md";

  private StudyReport() {}

  /** The report on a session. */
  public static String of(StoredSession session) {
    return StudyPage.of(SessionStudy.of(session), Costs.of(session), "");
  }

  /** The report on TR116's own figures, as printed; they ship with this project. */
  public static String ofReference() {
    return StudyPage.of(
        ReferenceStudy.printed(),
        Costs.ofReference(),
        Published.heldAgainst(PrintedData.ofTr116()));
  }

  /**
   * The report on TR116's own figures at full precision.
   *
   * @param place a table of runs, or a folder of tables or of TR116's result files
   * @throws dev.tr116.results.tr116.ImportException when there is nothing to read
   */
  public static String ofReference(Path place) {
    var data = ImportedData.read(place);
    return StudyPage.of(
        ReferenceStudy.of(data),
        Costs.ofReference(),
        Published.heldAgainst(
            Measurements.of("TR116's result files", data.runs(), data.singles())));
  }

  /**
   * Writes the report on a session, whole or not at all.
   *
   * @param folder where {@link #FILE} goes: the session's own, or another one
   * @return the file
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public static Path write(StoredSession session, Path folder) {
    return write(of(session), folder);
  }

  /**
   * Writes a report, whole or not at all.
   *
   * @param report its text
   * @param folder where {@link #FILE} goes
   * @return the file
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public static Path write(String report, Path folder) {
    var file = folder.resolve(FILE);
    AtomicFile.write(file, report.getBytes(StandardCharsets.US_ASCII));
    return file;
  }
}
