package dev.tr116.report.allure;

import dev.tr116.slo.CellVerdict;
import java.nio.file.Path;
import java.util.List;

/**
 * What the report shows of one cell's verdict.
 *
 * @param verdict which
 * @param notes what a reader has to know of the figures; plain text
 * @param session the folder of its session
 * @param attachments files to show, e.g. {@code summary.md}
 * @param links files to link to
 */
public record CellReport(
    CellVerdict verdict,
    List<String> notes,
    Path session,
    List<Attachment> attachments,
    List<FileLink> links) {
  public CellReport {
    notes = List.copyOf(notes);
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }
}
