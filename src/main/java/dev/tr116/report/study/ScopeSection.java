package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/** What was measured, and its summaries by runtime, model and configuration, as TR116 has them. */
final class ScopeSection {
  private static final String NONE = "No run of agents side by side is recorded.";

  private ScopeSection() {}

  static void write(Page page, Study study) {
    page.heading(2, "Test Scope and Coverage");
    study.facts().scope().forEach(page::bullet);
    page.bullet("Runtimes: " + list(study.byRuntime().keySet()) + ".");
    page.bullet("Models: " + list(study.byModel().keySet()) + ".");
    page.bullet("Scenarios (multi-agent): " + list(study.byScenario().keySet()) + ".");
    page.bullet(
        "Repetitions: "
            + study.runs().size()
            + " runs of "
            + study.cells().size()
            + " multi-agent configurations, "
            + study.runs().stream().filter(StudyRun::isMeasured).count()
            + " of them in the figures; "
            + study.singles().size()
            + " single-agent configurations.");
    page.bullet(study.facts().deltaMeaning());
    runtimes(page, study);
    models(page, study);
    configurations(page, study);
  }

  static String list(Iterable<String> names) {
    var joined = String.join(", ", names);
    return joined.isEmpty() ? "none" : joined;
  }

  private static void runtimes(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var row = new ArrayList<>(List.of(runtime, count(runs)));
              row.addAll(efficiencyAndSpeedup(runs));
              rows.add(row);
            });
    page.heading(3, "Runtime-Level Summary (multi-agent)")
        .table(
            List.of(
                "Runtime",
                "Runs",
                "Efficiency_Mean",
                "Efficiency_Std",
                "Speedup_Mean",
                "Speedup_Std"),
            rows,
            NONE);
    study
        .facts()
        .runtimesNotComparable()
        .ifPresent(why -> page.paragraph("The runtimes cannot be compared by this: " + why + "."));
  }

  private static void models(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study
        .byModel()
        .forEach(
            (model, ofModel) ->
                Study.by(ofModel, run -> run.cell().runtime())
                    .forEach(
                        (runtime, runs) -> {
                          var row = new ArrayList<>(List.of(model, runtime));
                          row.addAll(efficiencyAndSpeedup(runs));
                          rows.add(row);
                        }));
    page.heading(3, "Model x Runtime Summary (multi-agent)")
        .table(
            List.of("Model", "Runtime", "Eff_Mean", "Eff_Std", "Speed_Mean", "Speed_Std"),
            rows,
            NONE);
  }

  private static List<String> efficiencyAndSpeedup(List<StudyRun> runs) {
    var efficiency = Sample.of(runs, Figure.EFFICIENCY);
    var speedup = Sample.of(runs, Figure.SPEEDUP);
    return List.of(
        Amount.of(efficiency.mean(), 3),
        Amount.of(efficiency.standardDeviation(), 3),
        Amount.of(speedup.mean(), 3),
        Amount.of(speedup.standardDeviation(), 3));
  }

  private static void configurations(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study.cells().forEach((cell, runs) -> rows.add(configuration(cell, runs)));
    page.heading(3, "Configuration-Level Summary (multi-agent)")
        .table(
            List.of(
                "Runtime",
                "Model",
                "Scenario",
                "Runs",
                "Speedup_Mean",
                "Speedup_Std",
                "Efficiency_Mean",
                "Efficiency_Std",
                "Efficiency_Min",
                "Efficiency_Max",
                "Throughput_Delta_Mean",
                "TTFT_Delta_Mean",
                "Contention_Rate"),
            rows,
            NONE);
  }

  private static List<String> configuration(StudyCell cell, List<StudyRun> runs) {
    var speedup = Sample.of(runs, Figure.SPEEDUP);
    var efficiency = Sample.of(runs, Figure.EFFICIENCY);
    return List.of(
        cell.runtime(),
        cell.model(),
        cell.scenario(),
        count(runs),
        Amount.of(speedup.mean(), 3),
        Amount.of(speedup.standardDeviation(), 3),
        Amount.of(efficiency.mean(), 3),
        Amount.of(efficiency.standardDeviation(), 3),
        Amount.of(efficiency.min(), 3),
        Amount.of(efficiency.max(), 3),
        Amount.of(Sample.of(runs, Figure.THROUGHPUT_DELTA).mean(), 3),
        Amount.of(Sample.of(runs, Figure.TTFT_DELTA).mean(), 3),
        Flags.of(runs).share(3));
  }

  private static String count(List<StudyRun> runs) {
    return String.valueOf(runs.stream().filter(StudyRun::isMeasured).count());
  }
}
