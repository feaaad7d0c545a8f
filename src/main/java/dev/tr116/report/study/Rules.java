package dev.tr116.report.study;

import dev.tr116.plan.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;

/** Every rule of recommendation, held against a study. */
final class Rules {
  /** The scenarios that have two agents by definition. */
  private static final List<String> OF_TWO =
      List.of(Scenario.BASELINE_VS_CHIMERA, Scenario.CHIMERA_HOMO);

  private static final double SKEW = 5;
  private static final double CONTENTION = 5;
  private static final double STEADY = 5;
  private static final double GAIN = 2;
  private static final double SLOWER_TTFT = -10;
  private static final double TTFT_ALERT = 3000;
  private static final double PHASE = 10;

  private final Study study;

  private Rules(Study study) {
    this.study = study;
  }

  static List<Rule> of(Study study) {
    var rules = new Rules(study);
    var all = new ArrayList<Rule>();
    all.add(rules.pays());
    all.add(rules.costs());
    all.add(rules.runtime());
    all.add(rules.model());
    all.add(rules.skew());
    all.add(rules.contention());
    all.add(rules.phase("Model loading", Figure.LOAD_LOSS, "raise tr116.keep-alive and warm up"));
    all.add(
        rules.phase(
            "Server queue",
            Figure.QUEUE_LOSS,
            "give each agent a server of its own, or raise OLLAMA_NUM_PARALLEL"));
    all.add(
        rules.phase(
            "Shared generation",
            Figure.DECODE_LOSS,
            "fewer agents at a time, a smaller model, or a second GPU"));
    all.add(rules.ttft());
    all.add(rules.steadiness());
    all.add(rules.throughputOfChimera());
    all.add(rules.ttftOfChimera());
    return all;
  }

  /** The table of rules. */
  static void write(Page page, Study study, List<Rule> rules) {
    page.heading(2, "Recommendations");
    page.paragraph(
        "Each follows from a rule with a fixed threshold; a rule whose data is missing says so.");
    study.facts().warning().ifPresent(page::paragraph);
    page.table(
        List.of("Rule", "Applies when", "The data", "Applies", "Recommendation"),
        rules.stream().map(Rule::row).toList());
  }

  private String noBaseline() {
    return study.facts().trueFiguresMissing().orElse("no run has a baseline");
  }

  private Rule pays() {
    var name = "Side by side pays";
    var threshold = "95% interval of a configuration's true speedup above 1";
    return TrueSection.isMeasured(study)
        ? counted(name, threshold, true, "run agents side by side with: ")
        : Rule.notSupported(name, threshold, noBaseline());
  }

  private Rule costs() {
    var name = "Side by side costs";
    var threshold = "95% interval of a configuration's true speedup below 1";
    return TrueSection.isMeasured(study)
        ? counted(name, threshold, false, "run agents one after the other with: ")
        : Rule.notSupported(name, threshold, noBaseline());
  }

  private Rule counted(String name, String threshold, boolean above, String recommendation) {
    var cells = Limits.first(study.cells());
    var found =
        cells.entrySet().stream()
            .filter(
                cell ->
                    Sample.of(cell.getValue(), Figure.TRUE_SPEEDUP)
                        .interval()
                        .map(i -> above ? i.low() > 1 : i.high() < 1)
                        .orElse(false))
            .map(cell -> cell.getKey().words())
            .toList();
    return Rule.of(
        name,
        threshold,
        found.size() + " of " + cells.size() + " configurations",
        !found.isEmpty(),
        recommendation + some(found));
  }

  private static String some(List<String> names) {
    return String.join(", ", names.stream().limit(10).toList())
        + (names.size() > 10 ? " and " + (names.size() - 10) + " more" : "");
  }

  private Rule runtime() {
    var name = "Runtime";
    var threshold = "95% interval of the gap in efficiency to every other runtime above 0";
    var runtimes = study.byRuntime();
    if (study.facts().runtimesNotComparable().isPresent()) {
      return Rule.notSupported(name, threshold, study.facts().runtimesNotComparable().get());
    }
    return ahead(name, threshold, "runtime", runtimes);
  }

  private Rule model() {
    var name = "Model for agents side by side";
    var threshold = "95% interval of the gap in efficiency to every other model above 0";
    if (study.facts().runtimesNotComparable().isEmpty() || study.byRuntime().size() < 2) {
      return ahead(name, threshold, "model", study.byModel());
    }
    var verdicts = new ArrayList<String>();
    var best = new ArrayList<String>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var rule = ahead(name, threshold, "model", Study.by(runs, run -> run.cell().model()));
              verdicts.add(runtime + ": " + rule.data());
              if (rule.applies() == Rule.Applies.YES) {
                best.add(runtime + ": " + rule.recommendation());
              }
            });
    return Rule.of(
        name, threshold, String.join("; ", verdicts), !best.isEmpty(), String.join("; ", best));
  }

  private static Rule ahead(
      String name,
      String threshold,
      String what,
      java.util.SequencedMap<String, List<StudyRun>> groups) {
    var names = List.copyOf(groups.keySet());
    var best = Winners.highest(groups, Figure.EFFICIENCY);
    if (names.size() < 2 || best.isEmpty()) {
      return Rule.notSupported(name, threshold, "it has fewer than two " + what + "s");
    }
    var winner = names.get(best.get().at());
    var alike =
        best.get().alike().stream().map(names::get).filter(other -> !other.equals(winner)).toList();
    return Rule.of(
        name,
        threshold,
        alike.isEmpty()
            ? winner
                + " is ahead of "
                + (names.size() > Limits.RIVALS + 1 ? "the twelve next best" : "all")
            : winner + " has the highest mean, not told apart from " + some(alike),
        alike.isEmpty(),
        "prefer " + winner + " as far as efficiency_percent goes");
  }

  private Rule skew() {
    var name = "Imbalance of the agents";
    var threshold = "mean imbalance of a configuration above 5% of the wall time";
    var found = new ArrayList<String>();
    var told = 0;
    for (var cell : Limits.first(study.cells()).entrySet()) {
      var imbalance = imbalance(cell.getKey(), cell.getValue());
      if (imbalance.isPresent()) {
        told++;
        if (imbalance.get() > SKEW) {
          found.add(cell.getKey().words());
        }
      }
    }
    return told == 0
        ? Rule.notSupported(name, threshold, "no wall times of the agents")
        : Rule.of(
            name,
            threshold,
            found.size() + " of " + told + " configurations",
            !found.isEmpty(),
            "give both agents the same token budget (-Dtr116.plan=equal-budgets): " + some(found));
  }

  /** Of two agents, what the sum of their wall times lacks to twice that of the run. */
  private Optional<Double> imbalance(StudyCell cell, List<StudyRun> runs) {
    var split = Sample.of(runs, Figure.IMBALANCE_LOSS).mean();
    if (split.isPresent()) {
      return Optional.of(split.getAsDouble());
    }
    var walls = Sample.of(runs, Figure.EFFICIENCY_BY_WALLS).mean();
    return walls.isPresent() && OF_TWO.contains(cell.scenario())
        ? Optional.of(100 - walls.getAsDouble())
        : Optional.empty();
  }

  private Rule contention() {
    var name = "Contention rate";
    var threshold = "share of flagged runs above 5% (TR116's alert)";
    var flags = Flags.of(study.runs());
    return flags.of() == 0
        ? Rule.notSupported(name, threshold, "contention was not looked for")
        : Rule.of(
            name,
            threshold,
            flags.raised() + " of " + flags.of() + " runs",
            100.0 * flags.raised() / flags.of() > CONTENTION,
            "cap the number of agents at a time");
  }

  private Rule phase(String name, Figure figure, String recommendation) {
    var threshold = "mean of a runtime above 10 points of the wall time";
    if (Sample.of(study.runs(), figure).n() == 0) {
      return Rule.notSupported(name, threshold, "no contention was split by phase");
    }
    var found = new ArrayList<String>();
    var data = new ArrayList<String>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) -> {
              var mean = Sample.of(runs, figure).mean();
              data.add(runtime + " " + Amount.of(mean, 1));
              if (mean.orElse(0) > PHASE) {
                found.add(runtime);
              }
            });
    return Rule.of(
        name,
        threshold,
        String.join(", ", data),
        !found.isEmpty(),
        recommendation + " (" + some(found) + ")");
  }

  private Rule ttft() {
    var name = "Time to first token";
    var threshold = "mean TTFT of a configuration's agents above 3 s (TR116's alert)";
    var cells = having(runs -> Sample.of(runs, Figure.TTFT).mean());
    if (cells.isEmpty()) {
      return Rule.notSupported(name, threshold, "no TTFT of the agents");
    }
    var found = above(cells, TTFT_ALERT);
    return Rule.of(
        name,
        threshold,
        found.size() + " of " + cells.size() + " configurations",
        !found.isEmpty(),
        "shorten prompts or the context, keep models loaded: " + some(found));
  }

  private Rule steadiness() {
    var name = "Steadiness";
    var threshold = "CV of a configuration's efficiency above 5%";
    var cells = having(runs -> Sample.of(runs, Figure.EFFICIENCY).coefficientOfVariation());
    var found = above(cells, STEADY);
    return cells.isEmpty()
        ? Rule.notSupported(
            name, threshold, "no configuration of agents side by side with two runs")
        : Rule.of(
            name,
            threshold,
            found.size() + " of " + cells.size() + " configurations",
            !found.isEmpty(),
            "measure more runs (tr116.runs) before choosing by: " + some(found));
  }

  /** A figure of every configuration that has it. */
  private SequencedMap<StudyCell, Double> having(Function<List<StudyRun>, OptionalDouble> figure) {
    var figures = new LinkedHashMap<StudyCell, Double>();
    study
        .cells()
        .forEach((cell, runs) -> figure.apply(runs).ifPresent(value -> figures.put(cell, value)));
    return figures;
  }

  private static List<String> above(SequencedMap<StudyCell, Double> figures, double limit) {
    return figures.entrySet().stream()
        .filter(cell -> cell.getValue() > limit)
        .map(cell -> cell.getKey().words())
        .toList();
  }

  private Rule throughputOfChimera() {
    var name = "Chimera options, throughput alone";
    var threshold = "mean gain of a runtime and model above 2%";
    return singles(
        name,
        threshold,
        summary -> summary.gain().orElse(0) > GAIN,
        "use them where throughput alone counts: ");
  }

  private Rule ttftOfChimera() {
    var name = "Chimera options, TTFT alone";
    var threshold = "mean TTFT of a runtime and model more than 10% longer";
    return singles(
        name,
        threshold,
        summary -> summary.reduction().orElse(0) < SLOWER_TTFT,
        "keep the baseline options where latency alone counts: ");
  }

  private Rule singles(
      String name,
      String threshold,
      java.util.function.Predicate<SingleSection.Summary> holds,
      String recommendation) {
    var summaries = SingleSection.summaries(study);
    var found =
        summaries.stream()
            .filter(holds)
            .map(summary -> summary.runtime() + " " + summary.model())
            .toList();
    return summaries.isEmpty()
        ? Rule.notSupported(name, threshold, "the suite single was not measured")
        : Rule.of(
            name,
            threshold,
            found.size() + " of " + summaries.size() + " runtimes and models",
            !found.isEmpty(),
            recommendation + some(found));
  }
}
