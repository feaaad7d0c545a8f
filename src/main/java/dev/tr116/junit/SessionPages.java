package dev.tr116.junit;

import dev.tr116.report.page.PageFile;
import java.nio.file.Path;

/**
 * Makes the page of a session that has ended. It follows from the records, which are safe by then:
 * where it cannot be made, that is told and nothing that was measured is lost.
 */
final class SessionPages {
  private SessionPages() {}

  static void write(Path session, SessionConsole console) {
    try {
      console.page(PageFile.write(session));
    } catch (RuntimeException broken) {
      console.noPage(broken);
    }
  }
}
