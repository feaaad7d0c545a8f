package dev.tr116.junit;

import dev.tr116.report.page.PageFile;
import dev.tr116.report.study.StudyReport;
import dev.tr116.results.StoredSession;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Makes the pages of a session that has ended. They follow from the records, which are safe by
 * then: where one cannot be made, that is told and nothing that was measured is lost.
 */
final class SessionPages {
  private SessionPages() {}

  static void write(Path session, SessionConsole console) {
    StoredSession stored;
    try {
      stored = StoredSession.read(session);
    } catch (RuntimeException broken) {
      console.noPage(PageFile.NAME, broken);
      return;
    }
    write(PageFile.NAME, PageFile::write, stored, console);
    write(
        StudyReport.FILE,
        each -> StudyReport.write(each, each.session().directory()),
        stored,
        console);
  }

  private static void write(
      String name,
      Function<StoredSession, Path> page,
      StoredSession stored,
      SessionConsole console) {
    try {
      console.page(page.apply(stored));
    } catch (RuntimeException broken) {
      console.noPage(name, broken);
    }
  }
}
