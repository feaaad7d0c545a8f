package dev.tr116.report.allure;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.PlannedRun;
import dev.tr116.trace.DualRun;
import java.nio.file.Path;
import java.util.List;

/**
 * What the report shows of one measured run.
 *
 * @param planned the run's plan, of the same identity as {@code run}
 * @param run what happened
 * @param metrics what it means
 * @param session the folder of its session
 * @param attachments files to show, e.g. {@code metrics.json}; answers and timeline are added
 * @param links files to link to
 */
public record RunReport(
    PlannedRun planned,
    DualRun run,
    DualRunMetrics metrics,
    Path session,
    List<Attachment> attachments,
    List<FileLink> links) {
  public RunReport {
    if (!planned.id().equals(run.id())) {
      throw new IllegalArgumentException("planned was " + planned.id() + ", not " + run.id());
    }
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }
}
