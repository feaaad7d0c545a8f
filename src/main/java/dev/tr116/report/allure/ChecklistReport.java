package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import java.nio.file.Path;
import java.util.List;

/**
 * What the report shows of a session's checklist.
 *
 * @param backend what answered
 * @param text the counts and each failure; plain text
 * @param session the folder of the session
 * @param attachments files to show, e.g. {@code checklist.md}
 * @param links files to link to
 */
public record ChecklistReport(
    BackendDescription backend,
    String text,
    Path session,
    List<Attachment> attachments,
    List<FileLink> links) {
  public ChecklistReport {
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }
}
