package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/** Models within a runtime: how far apart they are, how they rank, where the ranks change. */
final class ModelSections {
  private ModelSections() {}

  static void write(Page page, Study study) {
    gap(page, study);
    rankings(page, study);
    flips(page, study);
    scenarios(page, study);
  }

  private static void gap(Page page, Study study) {
    page.heading(3, "Model Gap Within Runtime");
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var cells = Study.by(runs, run -> run.cell().model() + " " + run.cell().scenario());
              var ranked = Pairs.ranked(cells, Figure.EFFICIENCY);
              if (ranked.size() > 1) {
                var best = ranked.getFirst();
                var worst = ranked.getLast();
                var gap = Gap.between(cells.get(best), cells.get(worst), Figure.EFFICIENCY);
                rows.add(
                    List.of(
                        runtime,
                        best + " " + Amount.of(gap.over(), 2, "%"),
                        worst + " " + Amount.of(gap.under(), 2, "%"),
                        Amount.of(gap.difference(), 2) + gap.bracket(2),
                        gap.verdict()));
              }
            });
    page.table(
        List.of("Runtime", "Best", "Worst", "Gap pp (95% interval)", "Verdict"),
        rows,
        "Not supported by this data: no runtime has two configurations.");
    if (!rows.isEmpty()) {
      page.paragraph(
          "Best and worst were chosen by these same runs, so their gap is more likely too large"
              + " than too small.");
    }
  }

  private static void rankings(Page page, Study study) {
    page.heading(3, "Model Rankings by Runtime");
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              Study.by(runs, run -> run.cell().scenario())
                  .forEach((scenario, some) -> ranking(rows, runtime, scenario, some));
              ranking(rows, runtime, "all", runs);
            });
    page.table(
        List.of("Runtime", "Scenario", "Ranking by mean efficiency (n)"),
        rows,
        "Not supported by this data: no run has an efficiency.");
  }

  private static void ranking(
      List<List<String>> rows, String runtime, String scenario, List<StudyRun> runs) {
    var models = Study.by(runs, run -> run.cell().model());
    var places = new ArrayList<String>();
    for (var model : Pairs.ranked(models, Figure.EFFICIENCY)) {
      var sample = Sample.of(models.get(model), Figure.EFFICIENCY);
      places.add(
          "%d. %s %s (%d)"
              .formatted(places.size() + 1, model, Amount.of(sample.mean(), 2, "%"), sample.n()));
    }
    if (!places.isEmpty()) {
      rows.add(List.of(runtime, scenario, String.join("; ", places)));
    }
  }

  private static void flips(Page page, Study study) {
    page.heading(4, "Ranks that change with the runtime");
    var flips = Flip.in(study);
    if (study.byModel().size() > Limits.RIVALS) {
      page.paragraph(
          "Of the %d models with the highest mean efficiency in a scenario."
              .formatted(Limits.RIVALS));
    }
    page.table(
        List.of(
            "Scenario", "Models", "Runtimes", "Difference pp, first runtime", "Second", "Verdict"),
        flips.stream().map(Flip::row).toList(),
        study.byRuntime().size() > 1 && study.byModel().size() > 1
            ? "No two models change places between runtimes."
            : "Not supported by this data: it takes two runtimes and two models.");
  }

  private static void scenarios(Page page, Study study) {
    page.heading(3, "Scenario Sensitivity");
    var rows = new ArrayList<List<String>>();
    var places = Study.by(study.runs(), run -> run.cell().runtime() + " | " + run.cell().model());
    for (var place : places.entrySet().stream().limit(Limits.CELLS).toList()) {
      var scenarios =
          new ArrayList<>(Study.by(place.getValue(), r -> r.cell().scenario()).entrySet());
      for (var i = 1; i < scenarios.size(); i++) {
        var base = scenarios.getFirst();
        var other = scenarios.get(i);
        var gap = Gap.between(other.getValue(), base.getValue(), Figure.EFFICIENCY);
        rows.add(
            List.of(
                place.getValue().getFirst().cell().runtime(),
                place.getValue().getFirst().cell().model(),
                other.getKey() + " less " + base.getKey(),
                Amount.signed(gap.difference(), 2) + gap.bracket(2),
                gap.verdict()));
      }
    }
    page.table(
        List.of("Runtime", "Model", "Scenarios", "Difference pp (95% interval)", "Verdict"),
        rows,
        "Not supported by this data: it has fewer than two scenarios.");
  }
}
