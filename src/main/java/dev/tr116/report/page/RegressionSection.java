package dev.tr116.report.page;

import dev.tr116.plan.SloMetric.Better;
import dev.tr116.report.chart.Estimate;
import dev.tr116.report.chart.ForestPlot;
import dev.tr116.report.chart.RatioPlot;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.slo.Change;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.Regression;
import dev.tr116.slo.RegressionVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of every figure since the session that this one is compared with. */
final class RegressionSection {
  private static final int MOST_DRAWN = 30;

  private RegressionSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    data.comparison()
        .ifPresentOrElse(verdict -> write(html, verdict), () -> html.p(ChangeAnswer.of(data)));
    return Section.of("regression", "Against an earlier session", html);
  }

  private static void write(Html html, RegressionVerdict verdict) {
    html.p(
        "Session "
            + verdict.here().name()
            + " against "
            + verdict.there().name()
            + ": "
            + verdict.outcome()
            + (verdict.outcome() == Outcome.FAIL && !verdict.enforced() ? " (not enforced)" : "")
            + ", "
            + verdict.counts()
            + ".");
    html.p(
        String.format(
            Locale.ROOT,
            "A figure counts as changed when the Mann-Whitney test shows it (p below 0.05 after"
                + " Holm's correction over the cells), the interval of the ratio lies on one side of"
                + " 1, and the change is at least %s %%.",
            verdict.minEffectPercent()));
    var rows = drawn(verdict.regressions());
    if (!rows.isEmpty()) {
      html.chart(
          new RatioPlot(
              "Figures of this session over those of " + verdict.there().name(),
              "Ratio of the means with its interval; measured on "
                  + verdict.backend().phrase()
                  + ".",
              "now / before",
              "less than before",
              "more than before",
              rows.stream().map(RegressionSection::row).toList()));
    }
    if (!verdict.regressions().isEmpty()) {
      table(verdict).write(html);
    }
    notes(html, verdict);
  }

  /** Those with a ratio, the changed ones first where there are many. */
  private static List<Regression> drawn(List<Regression> all) {
    var known = all.stream().filter(each -> each.compared().isPresent()).toList();
    return known.size() <= MOST_DRAWN
        ? known
        : known.stream()
            .sorted(
                Comparator.comparing(Regression::change)
                    .thenComparingDouble(
                        each -> -Math.abs(Math.log(each.compared().orElseThrow().ratio()))))
            .limit(MOST_DRAWN)
            .toList();
  }

  private static ForestPlot.Row row(Regression each) {
    var two = each.compared().orElseThrow();
    return new ForestPlot.Row(
        each.cell().displayName() + ", " + each.metric().title() + " (" + better(each) + ")",
        List.of(Estimate.of(two.ratio(), Optional.of(two.interval()), each.now().n(), List.of())));
  }

  private static String better(Regression each) {
    return each.metric().better() == Better.HIGHER ? "more is better" : "less is better";
  }

  private static Table table(RegressionVerdict verdict) {
    var table =
        Table.of(
            "Every figure, before and now", "cell", "figure", "#before", "#now", "became", "why");
    for (var each : verdict.regressions()) {
      table.row(
          Cell.of(each.cell().displayName()),
          Cell.of(each.metric().title() + ", " + each.metric().unit(), better(each)),
          side(each.before()),
          side(each.now()),
          Cell.marked(word(each.change()), mark(each.change())),
          Cell.of(each.why()));
    }
    return table;
  }

  private static Cell side(Regression.Side side) {
    var n = "n " + side.n() + (side.absent() == 0 ? "" : ", absent " + side.absent());
    return Cell.of(Unit.MILLIS.number(side.mean()), n);
  }

  private static String word(Change change) {
    return switch (change) {
      case REGRESSED -> "worse";
      case IMPROVED -> "better";
      case SAME -> "unchanged";
      case INCONCLUSIVE -> "undecided";
    };
  }

  private static String mark(Change change) {
    return switch (change) {
      case REGRESSED -> "bad";
      case IMPROVED -> "good";
      case SAME -> "";
      case INCONCLUSIVE -> "warn";
    };
  }

  private static void notes(Html html, RegressionVerdict verdict) {
    verdict
        .refused()
        .forEach(
            (cell, differences) -> {
              html.p("Not compared, measured under other conditions: " + cell + ".");
              html.list(differences);
            });
    only(html, verdict.here().name(), verdict.onlyHere().stream().map(Object::toString).toList());
    only(html, verdict.there().name(), verdict.onlyThere().stream().map(Object::toString).toList());
    leftOut(html, verdict.here());
    leftOut(html, verdict.there());
  }

  private static void only(Html html, String session, List<String> cells) {
    if (!cells.isEmpty()) {
      html.note("Only in session " + session + ": " + Words.shortList(cells, 20) + ".");
    }
  }

  private static void leftOut(Html html, RegressionVerdict.Compared session) {
    if (session.leftOut() > 0) {
      html.note(
          "Left out of session "
              + session.name()
              + ": "
              + Words.count(session.leftOut(), "run")
              + " that failed or cannot be trusted.");
    }
  }
}
