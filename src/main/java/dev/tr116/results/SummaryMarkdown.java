package dev.tr116.results;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Property;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@code summary.md} of a cell and of a session. */
final class SummaryMarkdown {
  private SummaryMarkdown() {}

  static String of(Session session, List<CellVerdict> verdicts) {
    var text = new StringBuilder();
    text.append("# Session ").append(session.name()).append("\n\n");
    text.append("Measured on ").append(session.backend().phrase()).append(", started ");
    text.append(Instants.millis(session.startedAt())).append(".\n");
    if (session.backend().weights().equals(BackendDescription.STAND_IN)) {
      text.append("\nThe weights are generated stand-ins: the figures are real times of this ");
      text.append("machine, and say nothing about the models named.\n");
    }
    if (session.backend().weights().equals(BackendDescription.NO_WEIGHTS)) {
      text.append("\nA known schedule was played: the figures check the instrument and say ");
      text.append("nothing about any model or machine.\n");
    }
    for (var verdict : verdicts) {
      cell(text, verdict);
    }
    if (verdicts.isEmpty()) {
      text.append("\nNo cell was judged.\n");
    }
    if (!session.settings().solo()) {
      text.append("\ntrue_speedup is absent: no solo baseline was measured (");
      text.append(Property.SOLO.key()).append("=off).\n");
    }
    if (session.settings().pricePerHour().isEmpty()) {
      text.append("\nCost was not judged: no price was given (");
      text.append(Property.PRICE_PER_HOUR.key()).append(").\n");
    }
    return text.toString();
  }

  private static void cell(StringBuilder text, CellVerdict verdict) {
    var cell = verdict.cell();
    text.append("\n## ").append(cell.id().displayName()).append(": ").append(verdict.outcome());
    text.append(verdict.enforced() ? "" : " (not enforced)").append("\n\n");
    text.append(cell.measured().size()).append(" of ").append(verdict.plannedRuns());
    text.append(" runs measured.\n\n");
    text.append("| figure | n | mean | std | CV % | min | median | max |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (var figure : SummaryFigure.all()) {
      row(text, figure.title(), figure.sample().apply(cell));
    }
    text.append("\n| SLO | target/alert | measured | verdict | why |\n|---|---|---|---|---|\n");
    for (var each : verdict.verdicts()) {
      text.append("| ").append(each.metric().metricName()).append(" | ").append(each.limit());
      text.append(' ').append(each.metric().unit()).append(" | ");
      text.append(each.value().isPresent() ? number(each.value().getAsDouble()) : "-");
      text.append(" | ").append(each.outcome()).append(each.warning() ? " (warning)" : "");
      text.append(" | ").append(each.why()).append(" |\n");
    }
  }

  private static void row(StringBuilder text, String title, Optional<Distribution> sample) {
    text.append("| ").append(title);
    if (sample.isEmpty()) {
      text.append(" | 0 | - | - | - | - | - | - |\n");
      return;
    }
    var s = sample.get();
    text.append(" | ").append(s.n()).append(" | ").append(number(s.mean())).append(" | ");
    text.append(
        s.standardDeviation().isPresent() ? number(s.standardDeviation().getAsDouble()) : "-");
    text.append(" | ");
    text.append(
        s.coefficientOfVariation().isPresent()
            ? number(s.coefficientOfVariation().getAsDouble())
            : "-");
    text.append(" | ").append(number(s.min())).append(" | ").append(number(s.p50()));
    text.append(" | ").append(number(s.max())).append(" |\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3f", value);
  }
}
