package dev.tr116.report.study;

import dev.tr116.statistics.HighestMean;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The model with the best figure alone and side by side, under each runtime. */
final class Winners {
  private static final long SEED = 116;

  private Winners() {}

  static void write(Page page, Study study) {
    page.heading(3, "Winner by Scenario");
    var rows = new ArrayList<List<String>>();
    singles(rows, study);
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var place = "multi-agent " + runtime;
              side(rows, place, "efficiency_percent", runs, Figure.EFFICIENCY);
              side(rows, place, "true_speedup", runs, Figure.TRUE_SPEEDUP);
              side(rows, place, "tokens per second, all agents", runs, Figure.TOTAL_THROUGHPUT);
            });
    page.paragraph(
        "The model with the best mean. Where an interval is possible, those that it does not tell"
            + " apart from the winner stand behind it, among the twelve next best.");
    page.table(
        List.of("Where", "By", "Winner", "Mean", "Not told apart from it"),
        rows,
        "Not supported by this data: nothing was measured.");
  }

  private static void singles(List<List<String>> rows, Study study) {
    var byRuntime = new TreeMap<String, List<SingleSection.Summary>>();
    SingleSection.summaries(study)
        .forEach(
            summary ->
                byRuntime
                    .computeIfAbsent(summary.runtime(), any -> new ArrayList<>())
                    .add(summary));
    byRuntime.forEach(
        (runtime, summaries) -> {
          var place = "single-agent " + runtime;
          best(rows, place, "throughput, tok/s", summaries, SingleSection.Summary::throughput, 1);
          best(
              rows, place, "baseline TTFT, ms", summaries, SingleSection.Summary::baselineTtft, -1);
        });
  }

  private static void best(
      List<List<String>> rows,
      String place,
      String by,
      List<SingleSection.Summary> summaries,
      Function<SingleSection.Summary, OptionalDouble> figure,
      int sign) {
    summaries.stream()
        .filter(summary -> figure.apply(summary).isPresent())
        .max(
            java.util.Comparator.comparingDouble(
                summary -> sign * figure.apply(summary).getAsDouble()))
        .ifPresent(
            best ->
                rows.add(
                    List.of(
                        place,
                        by,
                        best.model(),
                        Amount.of(figure.apply(best), 2),
                        same(summaries, best, figure) + "means of configurations, no interval")));
  }

  /** The others with the very same figure. */
  private static String same(
      List<SingleSection.Summary> summaries,
      SingleSection.Summary best,
      Function<SingleSection.Summary, OptionalDouble> figure) {
    var others =
        summaries.stream()
            .filter(other -> !other.equals(best))
            .filter(
                other -> Amount.of(figure.apply(other), 2).equals(Amount.of(figure.apply(best), 2)))
            .map(SingleSection.Summary::model)
            .toList();
    return others.isEmpty() ? "" : String.join(", ", others) + " (same mean); ";
  }

  private static void side(
      List<List<String>> rows, String place, String by, List<StudyRun> runs, Figure figure) {
    var models = Study.by(runs, run -> run.cell().model());
    var names = List.copyOf(models.keySet());
    highest(models, figure)
        .ifPresent(
            best -> {
              var winner = names.get(best.at());
              rows.add(
                  List.of(
                      place,
                      by,
                      winner,
                      Amount.of(Sample.of(models.get(winner), figure).mean(), 3),
                      alike(best, names, winner)));
            });
  }

  private static String alike(HighestMean best, List<String> names, String winner) {
    var others =
        best.alike().stream().map(names::get).filter(name -> !name.equals(winner)).toList();
    return others.isEmpty() ? "none" : String.join(", ", others);
  }

  /**
   * The group with the highest mean, by its place among the groups; no more than the next {@link
   * Limits#RIVALS} are held against it.
   */
  static java.util.Optional<HighestMean> highest(
      SequencedMap<String, List<StudyRun>> groups, Figure figure) {
    var names = List.copyOf(groups.keySet());
    var samples = new TreeMap<Integer, double[]>();
    Pairs.ranked(groups, figure).stream()
        .limit(1L + Limits.RIVALS)
        .forEach(
            name -> samples.put(names.indexOf(name), Sample.of(groups.get(name), figure).values()));
    return HighestMean.of(samples, SEED);
  }
}
