package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Models side by side: as shares of one of them, by winner, by energy, by what they need. */
final class ComparisonSection {
  private static final String BASE = "gemma3";

  private ComparisonSection() {}

  static void write(Page page, Study study) {
    page.heading(2, "Cross-Model Comparison");
    normalized(page, study);
    Winners.write(page, study);
    frontier(page, study);
    memory(page, study);
  }

  /** TR116's baseline where it was measured, else the first model. */
  private static Optional<String> base(Study study) {
    var models = study.byModel().keySet();
    return models.contains(BASE) ? Optional.of(BASE) : models.stream().findFirst();
  }

  private static void normalized(Page page, Study study) {
    page.heading(3, "Normalized Metrics");
    var base = base(study);
    var rows = new ArrayList<List<String>>();
    base.ifPresent(
        model ->
            study
                .byRuntime()
                .forEach(
                    (runtime, runs) -> {
                      var models = Study.by(runs, run -> run.cell().model());
                      models.forEach(
                          (name, some) ->
                              rows.add(
                                  row(
                                      study,
                                      runtime,
                                      name,
                                      some,
                                      model,
                                      models.getOrDefault(model, List.of()))));
                    }));
    base.ifPresent(
        model ->
            page.paragraph("Means in percent of those of " + model + " under the same runtime."));
    page.table(
        List.of(
            "Runtime",
            "Model",
            "Single-agent throughput",
            "Throughput of an agent beside another",
            "Efficiency",
            "True speedup"),
        rows,
        "Not supported by this data: no run of agents side by side is recorded.");
  }

  private static List<String> row(
      Study study,
      String runtime,
      String model,
      List<StudyRun> runs,
      String base,
      List<StudyRun> ofBase) {
    return List.of(
        runtime,
        model,
        percent(single(study, runtime, model), single(study, runtime, base)),
        percent(runs, ofBase, Figure.AGENT_THROUGHPUT),
        percent(runs, ofBase, Figure.EFFICIENCY),
        percent(runs, ofBase, Figure.TRUE_SPEEDUP));
  }

  private static OptionalDouble single(Study study, String runtime, String model) {
    return SingleSection.summaries(study).stream()
        .filter(summary -> summary.runtime().equals(runtime) && summary.model().equals(model))
        .map(SingleSection.Summary::throughput)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static String percent(List<StudyRun> runs, List<StudyRun> base, Figure figure) {
    return percent(Sample.of(runs, figure).mean(), Sample.of(base, figure).mean());
  }

  private static String percent(OptionalDouble figure, OptionalDouble base) {
    return figure.isPresent() && base.isPresent() && base.getAsDouble() > 0
        ? Amount.of(100 * figure.getAsDouble() / base.getAsDouble(), 1)
        : Amount.ABSENT;
  }

  private static void frontier(Page page, Study study) {
    page.heading(3, "Cost/Efficiency Frontier");
    var points = new ArrayList<Point>();
    Study.by(study.runs(), run -> run.cell().runtime() + " | " + run.cell().model())
        .values()
        .forEach(
            runs -> {
              var perJoule = Sample.of(runs, Figure.TOKENS_PER_JOULE).mean();
              var perSecond = Sample.of(runs, Figure.TOTAL_THROUGHPUT).mean();
              if (perJoule.isPresent() && perSecond.isPresent()) {
                var cell = runs.getFirst().cell();
                points.add(
                    new Point(
                        cell.runtime(),
                        cell.model(),
                        perJoule.getAsDouble(),
                        perSecond.getAsDouble()));
              }
            });
    page.table(
        List.of("Runtime", "Model", "Tokens per joule", "Tokens per second", "On the frontier"),
        points.stream().map(point -> point.row(points)).toList(),
        "Not supported by this data: no power was measured.");
  }

  private record Point(String runtime, String model, double perJoule, double perSecond) {
    List<String> row(List<Point> all) {
      var beaten =
          all.stream()
              .anyMatch(
                  other ->
                      other.perJoule >= perJoule
                          && other.perSecond >= perSecond
                          && (other.perJoule > perJoule || other.perSecond > perSecond));
      return List.of(
          runtime, model, Amount.of(perJoule, 3), Amount.of(perSecond, 2), beaten ? "no" : "yes");
    }
  }

  private static void memory(Page page, Study study) {
    page.heading(3, "VRAM, Quantization and Configuration Downgrades");
    page.bullet(study.facts().memory());
    study
        .facts()
        .models()
        .forEach((model, known) -> page.bullet(model + ": " + String.join("; ", known) + "."));
    page.bullets(
        study.facts().downgrades(), "No configuration was measured with less than was asked for.");
  }
}
