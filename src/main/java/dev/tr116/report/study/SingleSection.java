package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One agent alone: the summary by runtime and model. */
final class SingleSection {
  private SingleSection() {}

  /**
   * Means over the configurations of one runtime and model, as TR116 takes them.
   *
   * @param runtime of the configurations
   * @param model of the configurations
   * @param configurations how many
   * @param baselineThroughput tokens per second
   * @param chimeraThroughput tokens per second
   * @param gain percent
   * @param baselineTtft ms
   * @param chimeraTtft ms
   * @param reduction percent
   */
  record Summary(
      String runtime,
      String model,
      int configurations,
      OptionalDouble baselineThroughput,
      OptionalDouble chimeraThroughput,
      OptionalDouble gain,
      OptionalDouble baselineTtft,
      OptionalDouble chimeraTtft,
      OptionalDouble reduction) {
    private static Summary of(List<StudySingle> singles) {
      return new Summary(
          singles.getFirst().runtime(),
          singles.getFirst().model(),
          singles.size(),
          mean(singles, single -> single.baseline().throughput()),
          mean(singles, single -> single.chimera().throughput()),
          mean(singles, StudySingle::throughputGain),
          mean(singles, single -> single.baseline().ttft()),
          mean(singles, single -> single.chimera().ttft()),
          mean(singles, StudySingle::ttftReduction));
    }

    /** Mean of both sides; empty where one is. */
    OptionalDouble throughput() {
      return baselineThroughput.isPresent() && chimeraThroughput.isPresent()
          ? OptionalDouble.of(
              (baselineThroughput.getAsDouble() + chimeraThroughput.getAsDouble()) / 2)
          : OptionalDouble.empty();
    }

    private List<String> row() {
      return List.of(
          runtime,
          model,
          String.valueOf(configurations),
          Amount.of(baselineThroughput, 2),
          Amount.of(chimeraThroughput, 2),
          Amount.of(gain, 2),
          Amount.of(baselineTtft, 2),
          Amount.of(chimeraTtft, 2),
          Amount.of(reduction, 2));
    }
  }

  static List<Summary> summaries(Study study) {
    return study.singlesByPlace().values().stream().map(Summary::of).toList();
  }

  private static OptionalDouble mean(
      List<StudySingle> singles, Function<StudySingle, OptionalDouble> figure) {
    return singles.stream().map(figure).flatMapToDouble(OptionalDouble::stream).average();
  }

  static void write(Page page, Study study) {
    page.heading(2, "Single-Agent Analysis");
    page.heading(3, "Summary Table");
    var summaries = summaries(study);
    page.table(
        List.of(
            "Runtime",
            "Model",
            "Configs",
            "Baseline_TP",
            "Chimera_TP",
            "TP_Improve_%",
            "Baseline_TTFT_ms",
            "Chimera_TTFT_ms",
            "TTFT_Reduction_%"),
        summaries.stream().map(Summary::row).toList(),
        "The suite single was not measured.");
    page.heading(3, "Observations");
    page.bullets(observations(study), "Not supported by this data: no agent ran alone.");
  }

  private static List<String> observations(Study study) {
    var observations = new ArrayList<String>();
    range(study, StudySingle::throughputGain)
        .ifPresent(
            range ->
                observations.add(
                    "Throughput: chimera options change it by "
                        + range
                        + " percent, configuration by configuration."));
    range(study, StudySingle::ttftReduction)
        .ifPresent(
            range ->
                observations.add(
                    "TTFT: chimera options reduce it by "
                        + range
                        + " percent; below 0 it is longer."));
    if (!observations.isEmpty()) {
      observations.add(
          "The table averages percentages over configurations; a mean of percentages and the"
              + " percentage of means may differ in size and sign.");
    }
    return observations;
  }

  /** E.g. {@code -3.56 to +5.34 (24 configurations)}. */
  static java.util.Optional<String> range(
      Study study, Function<StudySingle, OptionalDouble> figure) {
    var values =
        study.singles().stream()
            .map(figure)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return values.length == 0
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            "%s to %s (%d configurations)"
                .formatted(
                    Amount.signed(values[0], 2),
                    Amount.signed(values[values.length - 1], 2),
                    values.length));
  }
}
