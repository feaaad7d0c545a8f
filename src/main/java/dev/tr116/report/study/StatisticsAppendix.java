package dev.tr116.report.study;

import dev.tr116.statistics.Correlation;
import dev.tr116.statistics.Percentile;
import dev.tr116.statistics.VarianceDecomposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Correlation, variance and distribution of efficiency, as TR116 computes them and beyond. */
final class StatisticsAppendix {
  private StatisticsAppendix() {}

  static void write(Page page, Study study) {
    page.heading(2, "Multi-Level Statistical Analysis");
    correlation(page, study);
    variance(page, study);
    distribution(page, study);
  }

  private static void correlation(Page page, Study study) {
    page.heading(3, "1. Correlation: Throughput Delta vs Efficiency");
    var rows = new ArrayList<List<String>>();
    study
        .byModel()
        .forEach(
            (model, ofModel) ->
                Study.by(ofModel, run -> run.cell().runtime())
                    .forEach((runtime, runs) -> rows.add(correlation(model, runtime, runs))));
    page.paragraph(
        "Pearson's r over all scenarios of a model; signed as TR116 computed it, and with the"
            + " absolute delta that its text speaks of. Labels as TR116's: below 0.4 weak, below"
            + " 0.7 moderate. A label is no test; with n = 10, r has to reach 0.63 for p below"
            + " 0.05.");
    page.table(
        List.of(
            "Model", "Runtime", "Runs", "r (signed)", "r (absolute)", "Interpretation (signed)"),
        rows,
        "Not supported by this data: no run has both figures.");
  }

  private static List<String> correlation(String model, String runtime, List<StudyRun> runs) {
    var both =
        runs.stream()
            .filter(StudyRun::isMeasured)
            .filter(run -> run.figure(Figure.EFFICIENCY).isPresent())
            .filter(run -> run.figure(Figure.THROUGHPUT_DELTA).isPresent())
            .toList();
    var efficiency = values(both, Figure.EFFICIENCY);
    var delta = values(both, Figure.THROUGHPUT_DELTA);
    var size = java.util.Arrays.stream(delta).map(Math::abs).toArray();
    var signed = Correlation.pearson(delta, efficiency);
    return List.of(
        model.toUpperCase(Locale.ROOT),
        runtime.toUpperCase(Locale.ROOT),
        String.valueOf(both.size()),
        Amount.of(signed, 3),
        Amount.of(Correlation.pearson(size, efficiency), 3),
        label(signed));
  }

  private static double[] values(List<StudyRun> runs, Figure figure) {
    return runs.stream().mapToDouble(run -> run.figure(figure).getAsDouble()).toArray();
  }

  private static String label(OptionalDouble r) {
    if (r.isEmpty()) {
      return "not supported";
    }
    var size = Math.abs(r.getAsDouble());
    if (size < 0.4) {
      return "Weak/no correlation";
    }
    return (size < 0.7 ? "Moderate " : "Strong ")
        + (r.getAsDouble() > 0 ? "positive" : "negative")
        + " correlation";
  }

  private static void variance(Page page, Study study) {
    page.heading(3, "2. Variance Decomposition");
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) ->
                split(
                    rows,
                    "models, " + runtime,
                    Questions.split(Study.by(runs, r -> r.cell().model()))));
    study
        .byModel()
        .forEach(
            (model, runs) ->
                split(
                    rows,
                    "runtimes, " + model,
                    Questions.split(Study.by(runs, r -> r.cell().runtime()))));
    split(rows, "models, all runs", Questions.split(study.byModel()));
    split(rows, "runtimes, all runs", Questions.split(study.byRuntime()));
    split(rows, "scenarios, all runs", Questions.split(study.byScenario()));
    page.paragraph(
        "Of efficiency, in squared percentage points. Between: sample variance of the groups'"
            + " means; within: mean of their sample variances (TR116). Eta squared, omega squared"
            + " and p are those of a one-way analysis of variance.");
    page.table(
        List.of(
            "Between",
            "Between-Group Variance",
            "Within-Group Variance (avg)",
            "Total Variance",
            "Between % of Total",
            "Eta squared",
            "Omega squared",
            "p"),
        rows,
        "Not supported by this data: it takes two groups of two runs that differ.");
    study
        .facts()
        .runtimesNotComparable()
        .ifPresent(
            why ->
                page.paragraph(
                    "What lies between runtimes here is not the runtimes alone: " + why + "."));
  }

  private static void split(
      List<List<String>> rows, String groups, Optional<VarianceDecomposition> split) {
    split.ifPresent(
        s ->
            rows.add(
                List.of(
                    groups,
                    Amount.of(s.between(), 2),
                    Amount.of(s.within(), 2),
                    Amount.of(s.between() + s.within(), 2),
                    Amount.of(s.betweenPercent(), 1),
                    Amount.of(s.etaSquared(), 3),
                    Amount.of(s.omegaSquared(), 3),
                    Questions.p(s.p()))));
  }

  private static void distribution(Page page, Study study) {
    page.heading(3, "3. Efficiency Distribution by Runtime");
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var sample = Sample.of(runs, Figure.EFFICIENCY);
              rows.add(
                  List.of(
                      runtime.toUpperCase(Locale.ROOT),
                      String.valueOf(sample.n()),
                      Amount.of(sample.mean(), 2),
                      of(sample, 0.05),
                      of(sample, 0.5),
                      of(sample, 0.95),
                      Amount.of(sample.min(), 2),
                      Amount.of(sample.max(), 2),
                      Amount.of(sample.range(), 2),
                      Amount.of(sample.standardDeviation(), 2),
                      tails(sample)));
            });
    page.paragraph(
        "Percentiles are TR116's definition: those of these very runs, interpolated linearly. What"
            + " they say of further runs is in the last column.");
    page.table(
        List.of(
            "Runtime",
            "Runs",
            "Mean",
            "P5",
            "P50",
            "P95",
            "Min",
            "Max",
            "Range",
            "Std Dev",
            "P5 and P95 of further runs"),
        rows,
        "Not supported by this data: no run has an efficiency.");
  }

  private static String of(Sample sample, double share) {
    return sample.percentile(share).map(p -> Amount.of(p.ofSample(), 2)).orElse(Amount.ABSENT);
  }

  private static String tails(Sample sample) {
    var needed = Percentile.needs(0.95);
    return sample.n() >= needed
        ? "supported"
        : "refused, " + sample.n() + " of " + needed + " runs";
  }
}
