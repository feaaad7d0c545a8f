package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import java.nio.file.Path;
import java.util.List;

/**
 * What the report shows of a session that was compared with an earlier one.
 *
 * @param backend what answered
 * @param text the outcome in words; plain text
 * @param session the folder of the session
 * @param attachments files to show, e.g. {@code comparison.md}
 * @param links files to link to
 */
public record ComparisonReport(
    BackendDescription backend,
    String text,
    Path session,
    List<Attachment> attachments,
    List<FileLink> links) {
  public ComparisonReport {
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }
}
