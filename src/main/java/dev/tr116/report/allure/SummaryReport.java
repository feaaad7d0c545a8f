package dev.tr116.report.allure;

import dev.tr116.results.Session;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.RegressionVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What the report shows of a session on one page.
 *
 * @param session which
 * @param verdicts of every cell that was judged, in the order of the plan
 * @param notMeasured how many planned runs are missing
 * @param comparison with an earlier session, where one was asked for
 * @param links to the session's files
 */
public record SummaryReport(
    Session session,
    List<CellVerdict> verdicts,
    int notMeasured,
    Optional<RegressionVerdict> comparison,
    List<FileLink> links) {
  public SummaryReport {
    verdicts = List.copyOf(verdicts);
    links = List.copyOf(links);
  }
}
