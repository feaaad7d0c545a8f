package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import java.util.List;

/**
 * What the report shows of one cell's verdict.
 *
 * @param cell whose verdict
 * @param backend what answered the cell's runs
 * @param text the verdict in words; plain text
 * @param attachments files to show, e.g. {@code summary.md}
 */
public record CellReport(
    CellId cell, BackendDescription backend, String text, List<Attachment> attachments) {
  public CellReport {
    attachments = List.copyOf(attachments);
  }
}
