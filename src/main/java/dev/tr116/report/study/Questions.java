package dev.tr116.report.study;

import dev.tr116.statistics.VarianceDecomposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TR116's questions, answered by rule. */
final class Questions {
  /** Below it a difference between groups counts as shown. */
  private static final double SIGNIFICANT = 0.05;

  private Questions() {}

  static void write(Page page, Study study) {
    page.heading(3, "Research Questions Answered");
    page.bullet("Q1, does model choice change multi-agent efficiency? " + models(study));
    page.bullet("Q2, is the runtime gap the same for all models? " + gaps(study));
    page.bullet("Q3, why is the least efficient model less efficient? " + why(study));
    page.bullet("Q4, which combination is best? " + best(study));
    page.bullet("Q5, does model choice or runtime architecture dominate? " + dominates(study));
    page.bullet("Q6, does the scenario matter? " + scenarios(study));
    page.paragraph(
        "Rule: groups differ where the F test of a one-way analysis of variance over runs gives p"
            + " below 0.05; p is not corrected for the number of questions. Shares are eta squared.");
  }

  /** How much of the spread of efficiency lies between groups. */
  static Optional<VarianceDecomposition> split(Map<?, List<StudyRun>> groups) {
    return VarianceDecomposition.of(
        groups.values().stream()
            .map(runs -> Sample.of(runs, Figure.EFFICIENCY).values())
            .filter(values -> values.length > 0)
            .toList());
  }

  private static String models(Study study) {
    var answers = new ArrayList<String>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) ->
                answers.add(
                    runtime
                        + ": "
                        + answer(split(Study.by(runs, run -> run.cell().model())), "models")));
    return answers.isEmpty() ? notSupported() : String.join(" ", answers);
  }

  private static String answer(Optional<VarianceDecomposition> split, String groups) {
    return split
        .map(
            s ->
                "%s, %s account for %s%% of the variance (p %s)."
                    .formatted(
                        s.p() < SIGNIFICANT ? "yes" : "not shown",
                        groups,
                        Amount.of(100 * s.etaSquared(), 1),
                        p(s.p())))
        .orElse("not supported, it takes two " + groups + " of two runs that differ.");
  }

  static String p(double p) {
    return p < 0.001 ? "below 0.001" : Amount.of(p, 3);
  }

  private static String notSupported() {
    return "Not supported by this data.";
  }

  private static String gaps(Study study) {
    if (study.byRuntime().size() < 2) {
      return "Not supported by this data: it has one runtime.";
    }
    var cells = Limits.first(study.cells());
    var answers = new ArrayList<String>();
    for (var pair : Pairs.byMean(study.byRuntime())) {
      var gaps = new ArrayList<Map.Entry<String, Gap>>();
      cells.forEach(
          (cell, runs) -> {
            var other = cells.get(new StudyCell(pair.second(), cell.model(), cell.scenario()));
            if (cell.runtime().equals(pair.first()) && other != null) {
              gaps.add(
                  Map.entry(
                      cell.model() + " " + cell.scenario(),
                      Gap.between(runs, other, Figure.EFFICIENCY)));
            }
          });
      gaps.removeIf(gap -> gap.getValue().difference().isEmpty());
      answers.add(gaps.isEmpty() ? notSupported() : spread(pair, gaps));
    }
    return String.join(" ", answers)
        + study
            .facts()
            .runtimesNotComparable()
            .map(why -> " It is no gap between runtimes, because " + why + ".")
            .orElse("");
  }

  private static String spread(Pairs.Pair pair, List<Map.Entry<String, Gap>> gaps) {
    var order =
        Comparator.<Map.Entry<String, Gap>>comparingDouble(
            gap -> gap.getValue().difference().getAsDouble());
    var least = gaps.stream().min(order).orElseThrow();
    var most = gaps.stream().max(order).orElseThrow();
    var apart =
        least.getValue().interval().isPresent()
            && most.getValue().interval().isPresent()
            && least.getValue().interval().get().high() < most.getValue().interval().get().low();
    return "%s less %s is from %s pp%s (%s) to %s pp%s (%s): %s."
        .formatted(
            pair.first(),
            pair.second(),
            Amount.signed(least.getValue().difference(), 2),
            least.getValue().bracket(2),
            least.getKey(),
            Amount.signed(most.getValue().difference(), 2),
            most.getValue().bracket(2),
            most.getKey(),
            apart ? "no, these intervals do not meet" : "a difference is not shown");
  }

  private static String why(Study study) {
    var models = study.byModel();
    var ranked = Pairs.ranked(models, Figure.EFFICIENCY);
    if (ranked.size() < 2 || Sample.of(study.runs(), Figure.CONTENTION_LOSS).n() == 0) {
      return ranked.size() < 2
          ? "Not supported by this data: it has fewer than two models."
          : "Not supported by this data: "
              + study.facts().trueFiguresMissing().orElse("no run has a baseline")
              + ", so that its loss has no parts.";
    }
    var worst = ranked.getLast();
    return CausesSection.largest(models.get(worst), TrueSection.FIGURES.subList(0, 3))
        .map(part -> "The largest part of the loss of " + worst + ": " + part.words() + ".")
        .orElse("Nothing was lost with " + worst + ".");
  }

  private static String best(Study study) {
    var cells = new java.util.TreeMap<String, List<StudyRun>>();
    Limits.first(study.cells()).forEach((cell, runs) -> cells.put(cell.words(), runs));
    var figure = TrueSection.isMeasured(study) ? Figure.TRUE_SPEEDUP : Figure.EFFICIENCY;
    var names = List.copyOf(cells.keySet());
    return Winners.highest(cells, figure)
        .map(
            best ->
                "By mean %s: %s (%s); not told apart from it: %s."
                    .formatted(
                        figure == Figure.TRUE_SPEEDUP ? "true speedup" : "efficiency",
                        names.get(best.at()),
                        figure == Figure.TRUE_SPEEDUP
                            ? Amount.of(
                                Sample.of(cells.get(names.get(best.at())), figure).mean(), 3, "x")
                            : Amount.of(
                                Sample.of(cells.get(names.get(best.at())), figure).mean(), 2, "%"),
                        ScopeSection.list(
                            best.alike().stream()
                                .filter(at -> at != best.at())
                                .map(names::get)
                                .limit(10)
                                .toList())))
        .orElse(notSupported());
  }

  private static String dominates(Study study) {
    var runtimes = split(study.byRuntime());
    var models = split(study.byModel());
    if (runtimes.isEmpty() || models.isEmpty()) {
      return "Not supported by this data: it takes two models and two runtimes of two runs each.";
    }
    return "Over all runs, runtimes account for %s%% of the variance (p %s), models for %s%% (p %s): %s.%s"
        .formatted(
            Amount.of(100 * runtimes.get().etaSquared(), 1),
            p(runtimes.get().p()),
            Amount.of(100 * models.get().etaSquared(), 1),
            p(models.get().p()),
            larger(runtimes.get(), models.get()),
            study
                .facts()
                .runtimesNotComparable()
                .map(
                    why ->
                        " What lies between the runtimes here is not the runtimes alone: "
                            + why
                            + ".")
                .orElse(""));
  }

  private static String larger(VarianceDecomposition runtimes, VarianceDecomposition models) {
    if (runtimes.p() >= SIGNIFICANT && models.p() >= SIGNIFICANT) {
      return "neither is shown to matter";
    }
    return runtimes.etaSquared() > models.etaSquared()
        ? "the figures differ more between runtimes"
        : "the figures differ more between models";
  }

  private static String scenarios(Study study) {
    return "Over all runs: " + answer(split(study.byScenario()), "scenarios");
  }
}
