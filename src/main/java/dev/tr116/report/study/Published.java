package dev.tr116.report.study;

import dev.tr116.audit.Audit;
import dev.tr116.audit.AuditMarkdown;
import dev.tr116.audit.Claim;
import dev.tr116.audit.Claims;
import dev.tr116.audit.DataSet;
import java.util.List;

/** What TR116 publishes and its data does not give, in Markdown. */
final class Published {
  private Published() {}

  static String heldAgainst(DataSet data) {
    return """
        Every figure is held at its own rounding against %s. Five TTFT deltas of Python that the
        edition with tables prints as nan or N/A are measured zeros; the other edition prints them as 0.0.

        ### Tables of the edition with tables

        """
            .formatted(data.description())
        + section(Claims.ofTheTables(), data)
        + """

        ### Claims of the edition without tables

        """
        + section(Claims.ofTheReport(), data);
  }

  private static String section(List<Claim> claims, DataSet data) {
    var findings = Audit.of(claims, data);
    return AuditMarkdown.counts(findings)
        + ".\n\n"
        + AuditMarkdown.differing(findings)
        + "\nFigures that hold only where a call without final counts is 0 tokens per second:\n\n"
        + AuditMarkdown.incomplete(findings);
  }
}
