package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Each model by itself, with a verdict by rule. */
final class DeepDiveSection {
  private static final double ALERT = 95;

  private DeepDiveSection() {}

  static void write(Page page, Study study) {
    page.heading(2, "Model Deep Dives");
    page.paragraph(
        "Verdict by rule: with baselines, a configuration pays when the 95% interval of its true"
            + " speedup is above 1; without, it meets TR116's alert limit when that of its"
            + " efficiency is at or above 95%.");
    var models = study.byModel();
    if (models.isEmpty()) {
      page.paragraph("No run of agents side by side is recorded.");
    }
    models.entrySet().stream()
        .limit(Limits.MODELS)
        .forEach(model -> model(page, study, model.getKey(), model.getValue()));
    if (models.size() > Limits.MODELS) {
      page.paragraph(
          "The first %d of %d models are written out.".formatted(Limits.MODELS, models.size()));
    }
  }

  private static void model(Page page, Study study, String model, List<StudyRun> runs) {
    var all = study.cells();
    page.heading(3, model);
    page.bullet(
        "Known: "
            + String.join("; ", study.facts().models().getOrDefault(model, List.of("nothing")))
            + ".");
    for (var summary : SingleSection.summaries(study)) {
      if (summary.model().equals(model)) {
        page.bullet(
            "Alone, %s: baseline %s tok/s, TTFT %s ms (%d configurations)."
                .formatted(
                    summary.runtime(),
                    Amount.of(summary.baselineThroughput(), 2),
                    Amount.of(summary.baselineTtft(), 1),
                    summary.configurations()));
      }
    }
    var cells = new TreeMap<StudyCell, List<StudyRun>>();
    Study.by(runs, StudyRun::cell).keySet().forEach(cell -> cells.put(cell, all.get(cell)));
    var decided = new ArrayList<Boolean>();
    Limits.first(cells)
        .forEach(
            (cell, some) -> {
              page.bullet(
                  "%s, %s: efficiency %s, speedup %s, throughput delta %s tok/s, true speedup %s (n %d)."
                      .formatted(
                          cell.runtime(),
                          cell.scenario(),
                          Amount.of(Sample.of(some, Figure.EFFICIENCY).mean(), 2, "%"),
                          Amount.of(Sample.of(some, Figure.SPEEDUP).mean(), 3, "x"),
                          Amount.signed(Sample.of(some, Figure.THROUGHPUT_DELTA).mean(), 2),
                          Amount.of(Sample.of(some, Figure.TRUE_SPEEDUP).mean(), 3, "x"),
                          Sample.of(some, Figure.EFFICIENCY).n()));
              decide(study, some, decided);
            });
    page.bullet("Verdict: " + verdict(study, decided, Math.min(cells.size(), Limits.CELLS)));
  }

  private static void decide(Study study, List<StudyRun> runs, List<Boolean> decided) {
    var figure = TrueSection.isMeasured(study) ? Figure.TRUE_SPEEDUP : Figure.EFFICIENCY;
    var limit = TrueSection.isMeasured(study) ? 1 : ALERT;
    Sample.of(runs, figure)
        .interval()
        .ifPresent(
            interval -> {
              if (interval.low() >= limit) {
                decided.add(true);
              } else if (interval.high() < limit) {
                decided.add(false);
              }
            });
  }

  private static String verdict(Study study, List<Boolean> decided, int cells) {
    var yes = decided.stream().filter(pays -> pays).count();
    var open = cells - decided.size();
    return TrueSection.isMeasured(study)
        ? "running its agents side by side pays in %d of %d configurations, does not in %d, is not told in %d."
            .formatted(yes, cells, decided.size() - yes, open)
        : "%d of %d configurations meet the limit, %d do not, %d are not told; whether running side by side pays is not supported by this data."
            .formatted(yes, cells, decided.size() - yes, open);
  }
}
