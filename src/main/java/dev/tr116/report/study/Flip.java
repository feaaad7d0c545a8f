package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;

/**
 * Two models that change places between two runtimes.
 *
 * @param scenario in which they do
 * @param models both
 * @param runtimes both
 * @param first how far the first model is ahead under the first runtime
 * @param second the same under the second runtime
 */
record Flip(String scenario, Pairs.Pair models, Pairs.Pair runtimes, Gap first, Gap second) {

  /** Every one there is, scenario by scenario. */
  static List<Flip> in(Study study) {
    var flips = new ArrayList<Flip>();
    study
        .byScenario()
        .forEach(
            (scenario, runs) -> {
              var models = Pairs.byMean(Study.by(runs, run -> run.cell().model()));
              var runtimes = Pairs.byMean(Study.by(runs, run -> run.cell().runtime()));
              for (var runtime : runtimes) {
                for (var model : models) {
                  if (ahead(runs, runtime.first(), model) * ahead(runs, runtime.second(), model)
                      < 0) {
                    flips.add(
                        new Flip(
                            scenario,
                            model,
                            runtime,
                            gap(runs, runtime.first(), model),
                            gap(runs, runtime.second(), model)));
                  }
                }
              }
            });
    return flips;
  }

  /** How far the first model is ahead; 0 where one was not measured. */
  private static double ahead(List<StudyRun> runs, String runtime, Pairs.Pair models) {
    return Sample.of(of(runs, runtime, models.first()), Figure.EFFICIENCY)
        .less(Sample.of(of(runs, runtime, models.second()), Figure.EFFICIENCY))
        .orElse(0);
  }

  private static Gap gap(List<StudyRun> runs, String runtime, Pairs.Pair models) {
    return Gap.between(
        of(runs, runtime, models.first()), of(runs, runtime, models.second()), Figure.EFFICIENCY);
  }

  private static List<StudyRun> of(List<StudyRun> runs, String runtime, String model) {
    return runs.stream()
        .filter(run -> run.cell().runtime().equals(runtime) && run.cell().model().equals(model))
        .toList();
  }

  /** Whether both intervals say that the models differ, each in its direction. */
  boolean isShown() {
    return first.isShown() && second.isShown();
  }

  List<String> row() {
    return List.of(
        scenario,
        models.first() + " less " + models.second(),
        runtimes.first() + ", " + runtimes.second(),
        Amount.signed(first.difference(), 2) + first.bracket(2),
        Amount.signed(second.difference(), 2) + second.bracket(2),
        isShown() ? "flip" : "means change places, the intervals do not show it");
  }
}
