package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/** How much faster side by side is than one after the other, and what was lost on the way. */
final class TrueSection {
  private static final List<String> PARTS =
      List.of(
          "Contention",
          "Imbalance",
          "Orchestration",
          "Load",
          "Queue",
          "Prefill",
          "Decode",
          "Client");

  /** The parts of the loss, in the order of the table. */
  static final List<Figure> FIGURES =
      List.of(
          Figure.CONTENTION_LOSS,
          Figure.IMBALANCE_LOSS,
          Figure.ORCHESTRATION_LOSS,
          Figure.LOAD_LOSS,
          Figure.QUEUE_LOSS,
          Figure.PREFILL_LOSS,
          Figure.DECODE_LOSS,
          Figure.CLIENT_LOSS);

  private TrueSection() {}

  /** Whether any run has a baseline of its own. */
  static boolean isMeasured(Study study) {
    return Sample.of(study.runs(), Figure.TRUE_SPEEDUP).n() > 0;
  }

  static void write(Page page, Study study) {
    page.heading(3, "True Speedup and Where the Time Went");
    if (isMeasured(study)) {
      measured(page, study);
      loss(page, study);
      return;
    }
    page.paragraph(
        "Not supported by this data: "
            + study.facts().trueFiguresMissing().orElse("no run has a baseline")
            + ".");
    if (Sample.of(study.runs(), Figure.LEAST_TRUE_SPEEDUP).n() > 0) {
      bounds(page, study);
    }
  }

  private static void measured(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study
        .cells()
        .forEach(
            (cell, runs) -> {
              var speedup = Sample.of(runs, Figure.TRUE_SPEEDUP);
              rows.add(
                  List.of(
                      cell.runtime(),
                      cell.model(),
                      cell.scenario(),
                      String.valueOf(speedup.n()),
                      Amount.of(Sample.of(runs, Figure.EFFICIENCY).mean(), 2),
                      Amount.of(Sample.of(runs, Figure.TRUE_EFFICIENCY).mean(), 2),
                      Amount.of(speedup.mean(), 3) + Amount.of(speedup.interval(), 3),
                      Amount.of(Sample.of(runs, Figure.TRUE_SPEEDUP_LEVELLED).mean(), 3),
                      Amount.of(Sample.of(runs, Figure.FAIRNESS).mean(), 3)));
            });
    page.paragraph(
        "efficiency_percent compares the agents of a run with that same run and stays high however"
            + " much they slow each other down; true efficiency compares with each agent alone.");
    page.table(
        List.of(
            "Runtime",
            "Model",
            "Scenario",
            "Runs",
            "Efficiency % (TR116)",
            "True efficiency %",
            "True speedup x (95% interval)",
            "Levelled x",
            "Fairness"),
        rows);
  }

  private static void loss(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study
        .cells()
        .forEach(
            (cell, runs) -> {
              var row =
                  new ArrayList<>(
                      List.of(
                          cell.runtime(),
                          cell.model(),
                          cell.scenario(),
                          Amount.of(Sample.of(runs, Figure.TRUE_EFFICIENCY).mean(), 2)));
              FIGURES.forEach(part -> row.add(Amount.of(Sample.of(runs, part).mean(), 2)));
              rows.add(row);
            });
    var columns = new ArrayList<>(List.of("Runtime", "Model", "Scenario", "True efficiency"));
    columns.addAll(PARTS);
    page.paragraph(
        "Mean share of the wall time in percentage points. True efficiency, contention, imbalance"
            + " and orchestration add up to 100; load to client are the contention once more, by"
            + " phase. Below 0 is a gain.");
    page.table(columns, rows);
  }

  private static void bounds(Page page, Study study) {
    var rows = new ArrayList<List<String>>();
    study
        .cells()
        .forEach(
            (cell, runs) -> {
              var least = Sample.of(runs, Figure.LEAST_TRUE_SPEEDUP);
              var most = Sample.of(runs, Figure.MOST_TRUE_SPEEDUP);
              rows.add(
                  List.of(
                      cell.runtime(),
                      cell.model(),
                      cell.scenario(),
                      least.n() + " of " + runs.size(),
                      Amount.of(Sample.of(runs, Figure.EFFICIENCY).mean(), 2),
                      Amount.of(least.mean(), 2) + Amount.of(least.interval(), 2),
                      Amount.of(most.mean(), 2) + Amount.of(most.interval(), 2)));
            });
    page.paragraph(
        "The single-agent runs give bounds: their rates, applied to the tokens of the dual runs."
            + " Decode only grants an agent alone nothing but decoding; at most grants it all other"
            + " time of the dual run as well. Intervals tell how the runs scatter, not what the"
            + " comparison lacks.");
    page.table(
        List.of(
            "Runtime",
            "Model",
            "Scenario",
            "Runs",
            "Efficiency % (TR116)",
            "True speedup x, decode only",
            "True speedup x, at most"),
        rows);
  }
}
