package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import java.util.List;

/**
 * What the report shows of a session that was compared with an earlier one.
 *
 * @param backend what answered
 * @param text the outcome in words; plain text
 * @param attachments files to show, e.g. {@code comparison.md}
 */
public record ComparisonReport(
    BackendDescription backend, String text, List<Attachment> attachments) {
  public ComparisonReport {
    attachments = List.copyOf(attachments);
  }
}
