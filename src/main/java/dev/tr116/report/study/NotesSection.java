package dev.tr116.report.study;

import java.util.List;
import java.util.Optional;

/** A few lines on each configuration, as TR116 has them; observations follow from rules. */
final class NotesSection {
  private static final double ALERT = 95;
  private static final double STEADY = 5;

  private NotesSection() {}

  static void write(Page page, Study study) {
    page.heading(3, "Per-Configuration Notes");
    page.paragraph(
        "Observations: efficiency is held against TR116's alert limit of 95%, its CV against 5%,"
            + " true speedup against 1. Above or below means with the whole 95% interval.");
    Limits.first(study.cells()).forEach((cell, runs) -> note(page, cell, runs));
    Limits.tellRest(page, study);
  }

  private static void note(Page page, StudyCell cell, List<StudyRun> runs) {
    var speedup = Sample.of(runs, Figure.SPEEDUP);
    var efficiency = Sample.of(runs, Figure.EFFICIENCY);
    page.heading(4, cell.title());
    page.bullet(
        "Runs: %d | Speedup mean %s (std %s) | Efficiency mean %s (std %s, range %s-%s)."
            .formatted(
                efficiency.n(),
                Amount.of(speedup.mean(), 3, "x"),
                Amount.of(speedup.standardDeviation(), 3),
                Amount.of(efficiency.mean(), 2, "%"),
                Amount.of(efficiency.standardDeviation(), 2, "pp"),
                Amount.of(efficiency.min(), 2),
                Amount.of(efficiency.max(), 2, "%")));
    page.bullet(
        "Throughput delta mean: %s | TTFT delta mean: %s | Contention rate: %s."
            .formatted(
                Amount.signed(Sample.of(runs, Figure.THROUGHPUT_DELTA).mean(), 3, " tok/s"),
                Amount.signed(Sample.of(runs, Figure.TTFT_DELTA).mean(), 1, " ms"),
                Flags.of(runs).percent(1)));
    page.bullet("Observation: " + observation(runs, efficiency) + ".");
  }

  private static String observation(List<StudyRun> runs, Sample efficiency) {
    var interval = efficiency.interval();
    if (interval.isEmpty()) {
      return "not supported by " + efficiency.n() + " run(s), it takes three";
    }
    var cv = efficiency.coefficientOfVariation();
    return "efficiency is "
        + against(interval, ALERT)
        + Amount.of(interval, 2)
        + "; runs are "
        + (cv.isPresent() && cv.getAsDouble() > STEADY ? "not steady" : "steady")
        + " (CV "
        + Amount.of(cv, 2, "%")
        + ")"
        + trueSpeedup(Sample.of(runs, Figure.TRUE_SPEEDUP));
  }

  private static String trueSpeedup(Sample speedup) {
    var interval = speedup.interval();
    return interval.isEmpty()
        ? ""
        : "; side by side is "
            + (interval.get().low() > 1
                ? "faster than one after the other"
                : interval.get().high() < 1
                    ? "slower than one after the other"
                    : "not told apart from one after the other")
            + ", true speedup "
            + Amount.of(speedup.mean(), 3, "x")
            + Amount.of(interval, 3);
  }

  static String against(Optional<dev.tr116.statistics.Interval> interval, double limit) {
    return interval
        .map(
            i ->
                i.low() >= limit
                    ? "above " + Amount.of(limit, 0) + "%"
                    : i.high() < limit
                        ? "below " + Amount.of(limit, 0) + "%"
                        : "not told apart from " + Amount.of(limit, 0) + "%")
        .orElse("not told");
  }
}
