package dev.tr116.slo;

import java.util.stream.Collectors;

/**
 * The message of a violated objective: what, by how much, on what evidence, and how to run it
 * again.
 */
public final class SloViolation {
  private SloViolation() {}

  /** One paragraph for each violated objective of the cell; an empty text when there is none. */
  public static String message(CellVerdict verdict) {
    return verdict.violations().stream()
        .map(violated -> paragraph(verdict, violated))
        .collect(Collectors.joining("\n\n"));
  }

  private static String paragraph(CellVerdict cell, Verdict violated) {
    var metric = violated.metric();
    var text = new StringBuilder();
    text.append("SLO violated: ").append(metric.metricName()).append(" of ");
    text.append(cell.cell().id().displayName()).append('\n');
    text.append("  measured: ").append(violated.why()).append('\n');
    text.append("  limit:    target ").append(SloWords.quantity(metric, violated.limit().target()));
    text.append(", alert ").append(SloWords.quantity(metric, violated.limit().alert()));
    text.append(" (set ").append(metric.key()).append(")\n");
    text.append("  runs:     ").append(cell.cell().measured().size()).append(" measured of ");
    text.append(cell.plannedRuns()).append(", on ").append(cell.backend().phrase()).append('\n');
    var worst = cell.worst().get(metric);
    if (worst != null) {
      text.append("  worst:    run ").append(worst.id().number()).append(" with ");
      text.append(SloWords.quantity(metric, worst.value())).append('\n');
      var evidence = cell.evidence().get(worst.id());
      if (evidence != null) {
        text.append("  evidence: ").append(evidence.record()).append('\n');
        text.append("  again:    ").append(evidence.again());
      }
    }
    return text.toString().stripTrailing();
  }
}
