package dev.tr116.report.page;

import dev.tr116.slo.Change;
import dev.tr116.slo.Regression;
import dev.tr116.slo.RegressionVerdict;
import java.util.List;

/** What changed since the session that this one is compared with. */
final class ChangeAnswer {
  private ChangeAnswer() {}

  static String of(PageData data) {
    return data.comparison()
        .map(ChangeAnswer::of)
        .orElse(
            "Not compared with an earlier session; tr116.compare names one. Nothing is said about"
                + " a change.");
  }

  private static String of(RegressionVerdict verdict) {
    return "Against session "
        + verdict.there().name()
        + ": "
        + verdict.counts()
        + "."
        + named(" Worse: ", verdict.changed(Change.REGRESSED))
        + named(" Better: ", verdict.changed(Change.IMPROVED))
        + (verdict.refused().isEmpty()
            ? ""
            : " Not compared, measured under other conditions: "
                + Words.count(verdict.refused().size(), "cell")
                + ".");
  }

  private static String named(String word, List<Regression> changed) {
    return changed.isEmpty()
        ? ""
        : word
            + Words.shortList(
                changed.stream()
                    .map(each -> each.cell().displayName() + " " + each.metric().title())
                    .toList(),
                4)
            + ".";
  }
}
