package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/** How far the agents of a run are apart, and how far the runs of a configuration are. */
final class StabilitySections {
  private StabilitySections() {}

  static void write(Page page, Study study) {
    imbalance(page, study);
    stability(page, study);
  }

  private static void imbalance(Page page, Study study) {
    page.heading(3, "Throughput and TTFT Imbalance");
    page.paragraph(study.facts().deltaMeaning());
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              rows.add(row(runtime, "throughput, tok/s", runs, Figure.THROUGHPUT_DELTA, 3));
              rows.add(row(runtime, "TTFT, ms", runs, Figure.TTFT_DELTA, 1));
            });
    page.table(
        List.of(
            "Runtime",
            "Delta",
            "Runs",
            "Lowest mean of a configuration",
            "Highest",
            "Mean",
            "Mean of its size"),
        rows,
        "No run of two agents is recorded.");
    page.paragraph(
        "How the throughput delta goes with efficiency is under Correlation below Appendix B.");
  }

  private static List<String> row(
      String runtime, String what, List<StudyRun> runs, Figure figure, int decimals) {
    var means =
        Study.by(runs, StudyRun::cell).values().stream()
            .flatMapToDouble(cell -> Sample.of(cell, figure).mean().stream())
            .sorted()
            .toArray();
    var all = Sample.of(runs, figure);
    return List.of(
        runtime,
        what,
        String.valueOf(all.n()),
        means.length == 0 ? Amount.ABSENT : Amount.signed(means[0], decimals),
        means.length == 0 ? Amount.ABSENT : Amount.signed(means[means.length - 1], decimals),
        Amount.signed(all.mean(), decimals),
        Amount.of(all.meanSize(), decimals));
  }

  private static void stability(Page page, Study study) {
    page.heading(3, "Stability and Contention");
    var flags = Flags.of(study.runs());
    page.bullet(
        flags.of() == 0
            ? "Not supported by this data: in no run was contention looked for."
            : flags.raised()
                + " of "
                + flags.of()
                + " multi-agent runs flagged contention"
                + (flags.names().isEmpty()
                    ? "."
                    : ": "
                        + String.join(", ", SessionFacts.limited(flags.names(), "Appendix A"))
                        + "."));
    var rows = new ArrayList<List<String>>();
    study
        .cells()
        .forEach(
            (cell, runs) -> {
              var sample = Sample.of(runs, Figure.EFFICIENCY);
              rows.add(
                  List.of(
                      cell.model(),
                      cell.runtime(),
                      cell.scenario(),
                      String.valueOf(sample.n()),
                      Amount.of(sample.mean(), 2, "%"),
                      Amount.of(sample.standardDeviation(), 2, "pp"),
                      Amount.of(sample.coefficientOfVariation(), 2)));
            });
    page.table(
        List.of("Model", "Runtime", "Scenario", "Runs", "Mean Eff", "StdDev", "CV (%)"),
        rows,
        "No run of agents side by side is recorded.");
  }
}
