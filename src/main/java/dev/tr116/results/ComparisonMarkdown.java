package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Markdown;
import dev.tr116.slo.Regression;
import dev.tr116.slo.Regression.Side;
import dev.tr116.slo.RegressionVerdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The {@code comparison.md} of a session that was compared with an earlier one. */
final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  static String of(RegressionVerdict verdict) {
    var text = new StringBuilder();
    text.append("# Session ").append(verdict.here().name()).append(" against ");
    text.append(verdict.there().name()).append(": ").append(verdict.outcome());
    text.append(verdict.enforced() ? "" : " (not enforced)").append("\n\n");
    text.append("Measured on ").append(Markdown.plain(verdict.backend().phrase())).append(". ");
    text.append(verdict.counts()).append(".\n");
    text.append(
        """

        A figure counts as changed when the Mann-Whitney test shows it (p below 0.05, corrected over
        the cells by Holm's method), the interval of the ratio lies on one side of no change, and the
        change is at least %s %%. Ratio and interval are those of the means, by bootstrap.
        """
            .formatted(verdict.minEffectPercent()));
    table(text, verdict.regressions());
    verdict
        .refused()
        .forEach(
            (cell, differences) -> {
              text.append("\nNot compared, measured under other conditions: ").append(cell);
              text.append("\n\n");
              differences.forEach(
                  each -> text.append("- ").append(Markdown.plain(each)).append('\n'));
            });
    only(text, verdict.here().name(), verdict.onlyHere());
    only(text, verdict.there().name(), verdict.onlyThere());
    leftOut(text, verdict.here());
    leftOut(text, verdict.there());
    return text.toString();
  }

  private static void table(StringBuilder text, List<Regression> regressions) {
    if (regressions.isEmpty()) {
      text.append("\nNothing was compared.\n");
      return;
    }
    text.append("\n| cell | figure | before | now | became | why |\n|---|---|---|---|---|---|\n");
    for (var each : regressions) {
      text.append("| ").append(Markdown.plain(each.cell().displayName())).append(" | ");
      text.append(each.metric().title()).append(", ").append(each.metric().unit()).append(" | ");
      text.append(side(each.before())).append(" | ").append(side(each.now())).append(" | ");
      text.append(each.change()).append(" | ").append(Markdown.plain(each.why())).append(" |\n");
    }
  }

  private static String side(Side side) {
    return (side.mean().isPresent() ? number(side.mean().getAsDouble()) : "-")
        + " (n "
        + side.n()
        + (side.absent() == 0 ? "" : ", absent " + side.absent())
        + ")";
  }

  private static void only(StringBuilder text, String session, List<CellId> cells) {
    if (!cells.isEmpty()) {
      text.append("\nOnly in session ").append(session).append(": ");
      text.append(
              cells.stream()
                  .map(CellId::key)
                  .map(Markdown::plain)
                  .collect(Collectors.joining(", ")))
          .append("\n");
    }
  }

  private static void leftOut(StringBuilder text, RegressionVerdict.Compared session) {
    if (session.leftOut() > 0) {
      text.append("\nLeft out of session ").append(session.name()).append(": ");
      text.append(session.leftOut()).append(" runs that failed or are invalid\n");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3f", value);
  }
}
