package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each pair of runtimes, over the same models and scenarios. */
final class RuntimeGapSection {
  private RuntimeGapSection() {}

  static void write(Page page, Study study) {
    page.heading(3, "Runtime Gap: Efficiency and Speedup");
    var runtimes = Pairs.byMean(study.byRuntime());
    if (runtimes.isEmpty()) {
      page.paragraph("Not supported by this data: it has fewer than two runtimes.");
      return;
    }
    study
        .facts()
        .runtimesNotComparable()
        .ifPresent(
            why ->
                page.paragraph(
                    "The differences below are those of the figures; they say nothing of the"
                        + " runtimes, because "
                        + why
                        + "."));
    for (var pair : runtimes) {
      pair(page, study, pair.first(), pair.second());
    }
    if (!study.facts().efficiencyIsByWalls()) {
      oneRule(page, study);
    }
  }

  private static void pair(Page page, Study study, String over, String under) {
    page.heading(4, over + " less " + under);
    var rows = new ArrayList<List<String>>();
    var cells = study.cells();
    Limits.first(cells)
        .forEach(
            (cell, runs) -> {
              var other = cells.get(new StudyCell(under, cell.model(), cell.scenario()));
              if (cell.runtime().equals(over) && other != null) {
                rows.add(row(List.of(cell.model(), cell.scenario()), runs, other));
              }
            });
    page.table(
        columns(over, under, "Model", "Scenario"),
        rows,
        "No model and scenario was measured under both.");
    var summary = new ArrayList<List<String>>();
    study
        .byScenario()
        .forEach(
            (scenario, runs) ->
                summary.add(row(List.of(scenario), of(runs, over), of(runs, under))));
    summary.add(row(List.of("Overall"), of(study.runs(), over), of(study.runs(), under)));
    page.table(columns(over, under, "Scenario"), summary);
    var speedup = Gap.between(of(study.runs(), over), of(study.runs(), under), Figure.SPEEDUP);
    page.paragraph(
        "Speedup: "
            + over
            + " "
            + Amount.of(speedup.over(), 3, "x")
            + ", "
            + under
            + " "
            + Amount.of(speedup.under(), 3, "x")
            + " (gap "
            + Amount.of(speedup.difference(), 3, "x")
            + ").");
  }

  private static List<StudyRun> of(List<StudyRun> runs, String runtime) {
    return runs.stream().filter(run -> run.cell().runtime().equals(runtime)).toList();
  }

  private static List<String> columns(String over, String under, String... keys) {
    var columns = new ArrayList<>(List.of(keys));
    columns.addAll(
        List.of(over + " %", under + " %", "Gap pp (95% interval)", "Relative %", "Verdict"));
    return columns;
  }

  private static List<String> row(List<String> keys, List<StudyRun> over, List<StudyRun> under) {
    var gap = Gap.between(over, under, Figure.EFFICIENCY);
    var row = new ArrayList<>(keys);
    row.add(Amount.of(gap.over(), 2));
    row.add(Amount.of(gap.under(), 2));
    row.add(Amount.signed(gap.difference(), 2) + gap.bracket(2));
    row.add(Amount.signed(gap.relativePercent(), 1));
    row.add(gap.verdict());
    return row;
  }

  private static void oneRule(Page page, Study study) {
    page.heading(4, "By one rule for all");
    var means = new ArrayList<List<String>>();
    for (Map.Entry<String, List<StudyRun>> runtime : study.byRuntime().entrySet()) {
      var sample = Sample.of(runtime.getValue(), Figure.EFFICIENCY_BY_WALLS);
      if (sample.n() > 0) {
        means.add(
            List.of(
                runtime.getKey(),
                String.valueOf(sample.n()),
                Amount.of(Sample.of(runtime.getValue(), Figure.EFFICIENCY).mean(), 3),
                Amount.of(sample.mean(), 3) + Amount.of(sample.interval(), 2)));
      }
    }
    page.table(
        List.of("Runtime", "Runs", "Efficiency as stored", "Agents' wall times over 2 x the run's"),
        means,
        "Not supported by this data: it holds no wall times, so that the figures of all runtimes"
            + " cannot be computed by one rule.");
  }
}
