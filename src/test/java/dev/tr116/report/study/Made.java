package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Studies whose figures are given. */
final class Made {
  private final List<StudyRun> runs = new ArrayList<>();
  private final List<StudySingle> singles = new ArrayList<>();
  private Optional<String> notComparable = Optional.empty();

  static Made study() {
    return new Made();
  }

  /** Runs of one configuration, one for each value of a figure. */
  Made with(String runtime, String model, String scenario, Map<Figure, double[]> figures) {
    var n = figures.values().iterator().next().length;
    for (var i = 0; i < n; i++) {
      var ofRun = new HashMap<Figure, Double>();
      for (var figure : figures.entrySet()) {
        ofRun.put(figure.getKey(), figure.getValue()[i]);
      }
      runs.add(
          new StudyRun(
              new StudyCell(runtime, model, scenario),
              i + 1,
              ofRun,
              Optional.of(false),
              Optional.empty(),
              "multi/run_" + (i + 1)));
    }
    return this;
  }

  Made with(StudyRun run) {
    runs.add(run);
    return this;
  }

  Made single(String model, double throughputGain, double ttftReduction) {
    singles.add(
        new StudySingle(
            "structured",
            model,
            new StudySingle.Options(
                "gpu80", OptionalDouble.of(80), OptionalDouble.empty(), OptionalDouble.empty()),
            new StudySingle.Side(OptionalDouble.of(100), OptionalDouble.of(50)),
            new StudySingle.Side(
                OptionalDouble.of(100 + throughputGain), OptionalDouble.of(50 - ttftReduction / 2)),
            OptionalDouble.of(throughputGain),
            OptionalDouble.of(ttftReduction),
            List.of(),
            "single/run_1"));
    return this;
  }

  Made notComparable(String why) {
    notComparable = Optional.of(why);
    return this;
  }

  Study whole() {
    return new Study(
        new Facts(
            Map.of("Session", "made"),
            Optional.empty(),
            List.of(),
            List.of(),
            "Deltas are collector minus insight.",
            notComparable,
            Optional.of("no agent was measured alone"),
            true,
            Map.of(),
            List.of(),
            "GPU memory was not recorded.",
            List.of(),
            List.of(),
            List.of(),
            List.of("mvn verify"),
            List.of(),
            List.of(),
            Optional.of("analysis.csv")),
        runs,
        singles);
  }

  String page() {
    return StudyPage.of(whole(), "", "");
  }
}
