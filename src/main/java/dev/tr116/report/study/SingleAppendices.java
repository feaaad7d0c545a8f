package dev.tr116.report.study;

import java.util.List;
import java.util.OptionalDouble;

/** Every configuration of one agent alone, and its runs where they were kept. */
final class SingleAppendices {
  private static final String NONE = "The suite single was not measured.";

  private SingleAppendices() {}

  static void breakdown(Page page, Study study) {
    page.heading(
        2,
        "Appendix C: Single-Agent Config Breakdown (%d configs)".formatted(study.singles().size()));
    page.table(
        List.of(
            "Runtime",
            "Model",
            "GPU_Layers",
            "Ctx",
            "Temp",
            "Baseline_TP",
            "Chimera_TP",
            "TP_Improve_%",
            "Baseline_TTFT_ms",
            "Chimera_TTFT_ms",
            "TTFT_Reduction_%",
            "Source"),
        study.singles().stream().limit(Limits.RUNS).map(SingleAppendices::row).toList(),
        NONE);
    if (study.singles().size() > Limits.RUNS) {
      page.paragraph(
          "More configurations stand in " + study.facts().table().orElse("the data") + ".");
    }
  }

  private static List<String> row(StudySingle single) {
    return List.of(
        single.runtime(),
        single.model(),
        Amount.of(single.options().gpuLayers(), 0),
        Amount.of(single.options().context(), 0),
        Amount.of(single.options().temperature(), 3),
        Amount.of(single.baseline().throughput(), 3),
        Amount.of(single.chimera().throughput(), 3),
        Amount.of(single.throughputGain(), 3),
        Amount.of(single.baseline().ttft(), 3),
        Amount.of(single.chimera().ttft(), 3),
        Amount.of(single.ttftReduction(), 3),
        single.source());
  }

  static void notes(Page page, Study study) {
    page.heading(2, "Appendix G: Single-Agent Run Notes");
    var notes =
        study.singles().stream()
            .flatMap(single -> single.runs().stream().map(run -> note(single, run)))
            .limit(Limits.RUNS + 1L)
            .toList();
    page.bullets(
        notes.stream().limit(Limits.RUNS).toList(),
        study.singles().isEmpty() ? NONE : "No single run was kept.");
    if (notes.size() > Limits.RUNS) {
      page.paragraph("More runs stand in " + study.facts().table().orElse("the data") + ".");
    }
    page.heading(3, "Single-Agent Config Notes");
    page.bullets(
        study.singles().stream().limit(Limits.RUNS).map(SingleAppendices::note).toList(), NONE);
  }

  private static String note(StudySingle single, StudySingle.Run run) {
    return "%s | %s | %s | run %d: throughput %s->%s tok/s (Delta %s), TTFT %s->%s ms (Delta %s)."
        .formatted(
            single.runtime(),
            single.model(),
            single.options().label(),
            run.number(),
            Amount.of(run.baseline().throughput(), 2),
            Amount.of(run.chimera().throughput(), 2),
            change(run.baseline().throughput(), run.chimera().throughput(), 1),
            Amount.of(run.baseline().ttft(), 1),
            Amount.of(run.chimera().ttft(), 1),
            change(run.baseline().ttft(), run.chimera().ttft(), -1));
  }

  private static String note(StudySingle single) {
    return "%s | %s | %s: baseline %s tok/s, chimera %s tok/s, TTFT %s->%s ms (Delta %s)."
        .formatted(
            single.runtime(),
            single.model(),
            single.options().label(),
            Amount.of(single.baseline().throughput(), 2),
            Amount.of(single.chimera().throughput(), 2),
            Amount.of(single.baseline().ttft(), 1),
            Amount.of(single.chimera().ttft(), 1),
            Amount.signed(single.ttftReduction(), 2, "%"));
  }

  /** Above 0 where the second is better, as TR116 signs its deltas. */
  private static String change(OptionalDouble from, OptionalDouble to, int sign) {
    return from.isPresent() && to.isPresent() && from.getAsDouble() > 0
        ? Amount.signed(sign * 100 * (to.getAsDouble() / from.getAsDouble() - 1), 2) + "%"
        : Amount.ABSENT;
  }
}
