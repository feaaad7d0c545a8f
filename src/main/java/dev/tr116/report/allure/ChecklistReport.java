package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import java.util.List;

/**
 * What the report shows of a session's checklist.
 *
 * @param backend what answered
 * @param text the counts and each failure; plain text
 * @param attachments files to show, e.g. {@code checklist.md}
 */
public record ChecklistReport(
    BackendDescription backend, String text, List<Attachment> attachments) {
  public ChecklistReport {
    attachments = List.copyOf(attachments);
  }
}
