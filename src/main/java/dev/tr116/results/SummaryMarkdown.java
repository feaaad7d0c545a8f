package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Markdown;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SoloPolicy;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The {@code summary.md} of a cell and of a session. */
final class SummaryMarkdown {
  /** The head of a table whose rows come from {@link #row}. */
  static final String FIGURES_HEAD =
      """
      | figure | n | missing | mean [95 % interval] | sd | CV % | min | median | max |
      |---|---|---|---|---|---|---|---|---|
      """;

  private SummaryMarkdown() {}

  static String of(Session session, List<CellVerdict> verdicts) {
    var text = new StringBuilder();
    text.append("# Session ").append(session.name()).append("\n\n");
    text.append("Measured on ")
        .append(Markdown.plain(session.backend().phrase()))
        .append(", started ");
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
    var measured = verdicts.stream().map(CellVerdict::cell).toList();
    RuntimesMarkdown.of(text, measured);
    SingleMarkdown.of(text, measured);
    ScalingMarkdown.of(text, measured);
    SpreadMarkdown.models(text, measured);
    SpreadMarkdown.correlations(text, measured);
    if (verdicts.isEmpty()) {
      text.append("\nNo cell was judged.\n");
    }
    if (session.settings().solo() == SoloPolicy.OFF) {
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
    text.append("\n## ")
        .append(Markdown.plain(cell.id().displayName()))
        .append(": ")
        .append(verdict.outcome());
    text.append(verdict.enforced() ? "" : " (not enforced)").append("\n\n");
    text.append(cell.measured().size()).append(" of ").append(verdict.plannedRuns());
    text.append(" runs measured.");
    leftOut(text, cell);
    text.append("\n\n");
    table(text, SummaryFigure.of(cell), cell);
    if (StageSummary.hasSeveral(cell)) {
      text.append("\nBy stage, from the call's request or the work's begin to its end:\n\n");
      table(text, StageSummary.figures(cell), cell);
    }
    text.append(LossMarkdown.of(cell));
    text.append(EnergyMarkdown.of(cell));
    SpreadMarkdown.cell(text, cell);
    text.append(Reruns.markdown(cell));
    text.append("\n| SLO | target/alert | measured | verdict | why |\n|---|---|---|---|---|\n");
    for (var each : verdict.verdicts()) {
      text.append("| ").append(each.metric().metricName()).append(" | ").append(each.limit());
      text.append(' ').append(each.metric().unit()).append(" | ");
      text.append(number(each.value()));
      text.append(interval(each.interval()));
      text.append(" | ").append(each.outcome()).append(each.warning() ? " (warning)" : "");
      text.append(" | ").append(Markdown.plain(each.why())).append(" |\n");
    }
  }

  private static void leftOut(StringBuilder text, CellMetrics cell) {
    cell.leftOut()
        .forEach(
            (run, reason) ->
                text.append(" Run ")
                    .append(run.number())
                    .append(": ")
                    .append(Markdown.plain(reason))
                    .append('.'));
    if (!cell.withFailedSolo().isEmpty()) {
      text.append(" The solo baseline failed in run ");
      text.append(SpreadMarkdown.list(cell.withFailedSolo().stream().map(RunId::number).toList()));
      text.append(": in no figure that compares with agents alone.");
    }
  }

  private static void table(StringBuilder text, List<SummaryFigure> figures, CellMetrics cell) {
    text.append(FIGURES_HEAD);
    for (var figure : figures) {
      row(text, figure, cell);
    }
  }

  static void row(StringBuilder text, SummaryFigure figure, CellMetrics cell) {
    var missing = cell.missing(figure.ofRun());
    var sample = cell.over(figure.ofRun());
    text.append("| ").append(figure.title()).append(" | ");
    text.append(sample.map(Distribution::n).orElse(0)).append(" | ").append(missing);
    if (sample.isEmpty()) {
      text.append(" | - | - | - | - | - | - |\n");
      return;
    }
    var s = sample.get();
    text.append(" | ").append(number(s.mean())).append(interval(cell.interval(figure.ofRun())));
    text.append(" | ").append(number(s.standardDeviation()));
    text.append(" | ").append(number(s.coefficientOfVariation()));
    text.append(" | ").append(number(s.min())).append(" | ").append(number(s.p50()));
    text.append(" | ").append(number(s.max())).append(" |\n");
  }

  static String interval(Optional<Interval> interval) {
    return interval.map(i -> " [" + number(i.low()) + ", " + number(i.high()) + "]").orElse("");
  }

  static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "-";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3f", value);
  }
}
