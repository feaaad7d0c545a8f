package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/** The key findings: each sentence follows from figures by a rule, with its interval and n. */
final class Findings {
  private final Study study;
  private final List<String> found = new ArrayList<>();

  private Findings(Study study) {
    this.study = study;
  }

  static List<String> of(Study study) {
    var findings = new Findings(study);
    findings.trueSpeedup();
    findings.runtimes();
    findings.best();
    findings.deltas();
    findings.contention();
    findings.singles();
    return findings.found;
  }

  private void trueSpeedup() {
    if (!TrueSection.isMeasured(study)) {
      found.add(
          "Whether running agents side by side is faster than one after the other is not supported"
              + " by this data: "
              + study.facts().trueFiguresMissing().orElse("no run has a baseline")
              + bounds()
              + ".");
      return;
    }
    var all = Sample.of(study.runs(), Figure.TRUE_SPEEDUP);
    found.add(
        "Side by side against one after the other: true speedup %s%s over %d runs of all configurations%s."
            .formatted(
                Amount.of(all.mean(), 3, "x"),
                Amount.of(all.interval(), 3),
                all.n(),
                all.interval()
                    .map(
                        i ->
                            i.low() > 1
                                ? ", faster"
                                : i.high() < 1 ? ", slower" : ", not told apart")
                    .orElse(", too few runs for an interval")));
  }

  private String bounds() {
    var least = Sample.of(study.runs(), Figure.LEAST_TRUE_SPEEDUP);
    var most = Sample.of(study.runs(), Figure.MOST_TRUE_SPEEDUP);
    return least.n() == 0
        ? ""
        : "; from the rates of single-agent runs, it lies between %s (decode only, mean of %d runs) and %s (at most)"
            .formatted(Amount.of(least.mean(), 2, "x"), least.n(), Amount.of(most.mean(), 2, "x"));
  }

  private void runtimes() {
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var efficiency = Sample.of(runs, Figure.EFFICIENCY);
              if (efficiency.n() > 0) {
                found.add(
                    "%s: %s mean efficiency%s and %s mean speedup over %d runs (std %s)."
                        .formatted(
                            runtime,
                            Amount.of(efficiency.mean(), 2, "%"),
                            Amount.of(efficiency.interval(), 2),
                            Amount.of(Sample.of(runs, Figure.SPEEDUP).mean(), 3, "x"),
                            efficiency.n(),
                            Amount.of(efficiency.standardDeviation(), 2, "pp")));
              }
            });
    for (var pair : Pairs.byMean(study.byRuntime())) {
      var gap =
          Gap.between(
              study.byRuntime().get(pair.first()),
              study.byRuntime().get(pair.second()),
              Figure.EFFICIENCY);
      found.add(
          "%s is %s percentage points%s above %s in efficiency: %s."
              .formatted(
                  pair.first(),
                  Amount.of(gap.difference(), 2),
                  gap.bracket(2),
                  pair.second(),
                  study
                      .facts()
                      .runtimesNotComparable()
                      .map(why -> "no finding about the runtimes, because " + why)
                      .orElse(gap.verdict())));
    }
  }

  private void best() {
    var cells = study.cells();
    var ranked =
        cells.entrySet().stream()
            .filter(cell -> Sample.of(cell.getValue(), Figure.EFFICIENCY).n() > 0)
            .sorted(
                java.util.Comparator.comparingDouble(
                    cell -> -Sample.of(cell.getValue(), Figure.EFFICIENCY).mean().getAsDouble()))
            .map(java.util.Map.Entry::getKey)
            .toList();
    if (ranked.size() > 1) {
      found.add(
          "Highest mean efficiency: " + words(ranked.getFirst(), cells.get(ranked.getFirst())));
      found.add("Lowest mean efficiency: " + words(ranked.getLast(), cells.get(ranked.getLast())));
    }
  }

  private static String words(StudyCell cell, List<StudyRun> runs) {
    var efficiency = Sample.of(runs, Figure.EFFICIENCY);
    return "%s: %s speedup, %s efficiency%s (std %s, n %d)."
        .formatted(
            cell.words(),
            Amount.of(Sample.of(runs, Figure.SPEEDUP).mean(), 3, "x"),
            Amount.of(efficiency.mean(), 2, "%"),
            Amount.of(efficiency.interval(), 2),
            Amount.of(efficiency.standardDeviation(), 2, "pp"),
            efficiency.n());
  }

  private void deltas() {
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var throughput = range(runs, Figure.THROUGHPUT_DELTA, " tok/s");
              if (!throughput.isEmpty()) {
                found.add(
                    "%s: mean throughput deltas of its configurations from %s; mean TTFT deltas from %s."
                        .formatted(runtime, throughput, range(runs, Figure.TTFT_DELTA, " ms")));
              }
            });
  }

  private static String range(List<StudyRun> runs, Figure figure, String unit) {
    var means =
        Study.by(runs, StudyRun::cell).values().stream()
            .flatMapToDouble(cell -> Sample.of(cell, figure).mean().stream())
            .sorted()
            .toArray();
    return means.length == 0
        ? ""
        : Amount.signed(means[0], 2) + " to " + Amount.signed(means[means.length - 1], 2) + unit;
  }

  private void contention() {
    var flags = Flags.of(study.runs());
    if (flags.of() > 0) {
      found.add(
          "Contention was flagged in %d of %d multi-agent runs%s."
              .formatted(
                  flags.raised(),
                  flags.of(),
                  flags.names().isEmpty()
                      ? ""
                      : ", the first of them " + flags.names().getFirst()));
    }
  }

  private void singles() {
    found.add(
        SingleSection.range(study, StudySingle::throughputGain)
            .map(
                throughput ->
                    "Single agent: chimera options change throughput by "
                        + throughput
                        + " percent and reduce TTFT by "
                        + SingleSection.range(study, StudySingle::ttftReduction).orElse("-")
                        + " percent.")
            .orElse("Single agent: not measured."));
  }
}
