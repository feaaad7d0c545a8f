package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every run: as a flat table, by configuration, as notes, sorted. */
final class RunAppendices {
  private static final String NO_RUN = "No run of agents side by side is recorded.";

  private RunAppendices() {}

  static void flat(Page page, Study study) {
    page.heading(
        2, "Appendix A: Multi-Agent Flat Table (all %d runs)".formatted(study.runs().size()));
    if (!Limits.everyRun(study)) {
      page.paragraph(Limits.notEveryRun(study) + " Below: the highest, middle and lowest ones.");
    }
    page.table(
        List.of(
            "Runtime",
            "Model",
            "Scenario",
            "Run",
            "Speedup",
            "Efficiency",
            "Throughput_Delta",
            "TTFT_Delta_ms",
            "Contention",
            "True_Speedup",
            "Path"),
        (Limits.everyRun(study) ? study.runs() : extremes(study))
            .stream().map(RunAppendices::flat).toList(),
        NO_RUN);
  }

  private static List<String> flat(StudyRun run) {
    return List.of(
        run.cell().runtime(),
        run.cell().model(),
        run.cell().scenario(),
        String.valueOf(run.number()),
        Amount.of(run.figure(Figure.SPEEDUP), 3),
        Amount.of(run.figure(Figure.EFFICIENCY), 3),
        Amount.of(run.figure(Figure.THROUGHPUT_DELTA), 3),
        Amount.of(run.figure(Figure.TTFT_DELTA), 3),
        run.contention().map(flag -> flag ? "True" : "False").orElse(Amount.ABSENT),
        Amount.of(run.figure(Figure.TRUE_SPEEDUP), 3),
        run.path() + run.leftOut().map(reason -> " (in no figure: " + reason + ")").orElse(""));
  }

  static void byConfiguration(Page page, Study study) {
    page.heading(2, "Appendix B: Per-Run Multi-Agent Tables (detailed)");
    if (!Limits.everyRun(study)) {
      page.paragraph(Limits.notEveryRun(study));
    }
    var number = 0;
    for (var cell : Limits.first(study.cells()).entrySet()) {
      number++;
      page.heading(3, number + ". " + cell.getKey().title());
      if (Limits.everyRun(study)) {
        page.table(
            List.of(
                "Run",
                "Speedup",
                "Efficiency (%)",
                "Throughput Delta (tok/s)",
                "TTFT Delta (ms)",
                "Contention"),
            cell.getValue().stream().map(RunAppendices::detailed).toList());
      }
      statistics(page, Sample.of(cell.getValue(), Figure.EFFICIENCY));
    }
    if (number == 0) {
      page.paragraph(NO_RUN);
    }
    Limits.tellRest(page, study);
  }

  private static List<String> detailed(StudyRun run) {
    return List.of(
        String.valueOf(run.number()),
        Amount.of(run.figure(Figure.SPEEDUP), 4, "x"),
        Amount.of(run.figure(Figure.EFFICIENCY), 2),
        Amount.signed(run.figure(Figure.THROUGHPUT_DELTA), 2),
        Amount.signed(run.figure(Figure.TTFT_DELTA), 1),
        run.contention().map(flag -> flag ? "Yes" : "No").orElse(Amount.ABSENT));
  }

  private static void statistics(Page page, Sample efficiency) {
    page.paragraph("Efficiency Statistics (" + efficiency.n() + " runs):");
    page.bullet("Mean: " + Amount.of(efficiency.mean(), 2, "%"));
    page.bullet("Std Dev: " + Amount.of(efficiency.standardDeviation(), 2, "pp"));
    page.bullet(
        "Min: "
            + Amount.of(efficiency.min(), 2, "%")
            + " / Max: "
            + Amount.of(efficiency.max(), 2, "%"));
    page.bullet("Range: " + Amount.of(efficiency.range(), 2, "pp"));
    page.bullet("CV: " + Amount.of(efficiency.coefficientOfVariation(), 2, "%"));
  }

  static void cards(Page page, Study study) {
    page.heading(2, "Appendix D: Configuration Cards (multi-agent)");
    page.paragraph("By mean efficiency, highest first.");
    var cells = Limits.first(study.cells());
    if (cells.isEmpty()) {
      page.paragraph(NO_RUN);
    }
    cells.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                cell ->
                    -Sample.of(cell.getValue(), Figure.EFFICIENCY)
                        .mean()
                        .orElse(Double.NEGATIVE_INFINITY)))
        .forEach(cell -> card(page, cell.getKey(), cell.getValue()));
    Limits.tellRest(page, study);
  }

  private static void card(Page page, StudyCell cell, List<StudyRun> runs) {
    var speedup = Sample.of(runs, Figure.SPEEDUP);
    var efficiency = Sample.of(runs, Figure.EFFICIENCY);
    page.heading(3, cell.title());
    page.bullet(
        "Speedup mean %s (std %s); Efficiency mean %s (std %s)."
            .formatted(
                Amount.of(speedup.mean(), 3, "x"),
                Amount.of(speedup.standardDeviation(), 3),
                Amount.of(efficiency.mean(), 2, "%"),
                Amount.of(efficiency.standardDeviation(), 2, "pp")));
    page.bullet(
        "Best run %s / Worst run %s."
            .formatted(Amount.of(efficiency.max(), 2, "%"), Amount.of(efficiency.min(), 2, "%")));
    page.bullet(
        "Throughput delta mean %s; TTFT delta mean %s; Contention %s."
            .formatted(
                Amount.signed(Sample.of(runs, Figure.THROUGHPUT_DELTA).mean(), 3, " tok/s"),
                Amount.signed(Sample.of(runs, Figure.TTFT_DELTA).mean(), 1, " ms"),
                Flags.of(runs).percent(1)));
  }

  static void notes(Page page, Study study) {
    page.heading(2, "Appendix F: Multi-Agent Run Notes");
    page.bullets(
        (Limits.everyRun(study) ? study.runs() : extremes(study))
            .stream().map(RunAppendices::note).toList(),
        NO_RUN);
    if (!Limits.everyRun(study)) {
      page.paragraph(Limits.notEveryRun(study));
    }
  }

  private static String note(StudyRun run) {
    return "%s | run %d: %s speedup, %s efficiency, throughput delta %s, TTFT delta %s, contention %s%s."
        .formatted(
            run.cell().title(),
            run.number(),
            Amount.of(run.figure(Figure.SPEEDUP), 3, "x"),
            Amount.of(run.figure(Figure.EFFICIENCY), 2, "%"),
            Amount.signed(run.figure(Figure.THROUGHPUT_DELTA), 2, " tok/s"),
            Amount.signed(run.figure(Figure.TTFT_DELTA), 1, " ms"),
            run.contention().map(flag -> flag ? "yes" : "no").orElse("not looked for"),
            run.leftOut().map(reason -> "; in no figure: " + reason).orElse(""));
  }

  static void sorted(Page page, Study study) {
    page.heading(2, "Appendix K: Efficiency Samples (sorted)");
    page.bullets(
        (Limits.everyRun(study) ? ranked(study) : extremes(study))
            .stream().map(RunAppendices::sample).toList(),
        NO_RUN);
    if (!Limits.everyRun(study)) {
      page.paragraph(Limits.notEveryRun(study));
    }
  }

  private static String sample(StudyRun run) {
    return "%s | run %d: efficiency %s | speedup %s | throughput delta %s | TTFT delta %s."
        .formatted(
            run.cell().title(),
            run.number(),
            Amount.of(run.figure(Figure.EFFICIENCY), 2, "%"),
            Amount.of(run.figure(Figure.SPEEDUP), 3, "x"),
            Amount.signed(run.figure(Figure.THROUGHPUT_DELTA), 2, " tok/s"),
            Amount.signed(run.figure(Figure.TTFT_DELTA), 1, " ms"));
  }

  /** The runs that have an efficiency, highest first. */
  private static List<StudyRun> ranked(Study study) {
    return study.runs().stream()
        .filter(run -> run.figure(Figure.EFFICIENCY).isPresent())
        .sorted(Comparator.comparingDouble(run -> -run.figure(Figure.EFFICIENCY).getAsDouble()))
        .toList();
  }

  private static List<StudyRun> extremes(Study study) {
    var ranked = ranked(study);
    if (ranked.size() <= 3 * Limits.SHOWN) {
      return ranked;
    }
    var some = new ArrayList<>(ranked.subList(0, Limits.SHOWN));
    var middle = ranked.size() / 2 - Limits.SHOWN / 2;
    some.addAll(ranked.subList(middle, middle + Limits.SHOWN));
    some.addAll(ranked.subList(ranked.size() - Limits.SHOWN, ranked.size()));
    return some;
  }
}
