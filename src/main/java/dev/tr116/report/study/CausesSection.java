package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the runs of each runtime lost most of their time to, by the split of the loss. */
final class CausesSection {
  private static final Map<Figure, String> WORDS =
      Map.of(
          Figure.CONTENTION_LOSS, "the agents slow each other down",
          Figure.IMBALANCE_LOSS, "one agent runs longer than the other",
          Figure.ORCHESTRATION_LOSS, "time outside of all agents",
          Figure.LOAD_LOSS, "loading the model",
          Figure.QUEUE_LOSS, "waiting in the server's queue",
          Figure.PREFILL_LOSS, "reading the prompt",
          Figure.DECODE_LOSS, "generating",
          Figure.CLIENT_LOSS, "client and transport");

  /**
   * A part of the loss.
   *
   * @param figure which
   * @param mean percentage points of the wall time
   */
  record Part(Figure figure, double mean) {
    String words() {
      return WORDS.get(figure) + " (" + Amount.of(mean, 1) + " of 100)";
    }
  }

  private CausesSection() {}

  static void write(Page page, Study study) {
    page.heading(3, "Root Causes by Runtime");
    if (Sample.of(study.runs(), Figure.CONTENTION_LOSS).n() == 0) {
      page.paragraph(
          "Not supported by this data: "
              + study.facts().trueFiguresMissing().orElse("no run has a baseline")
              + ", so that no loss can be attributed to a part.");
      return;
    }
    var rows = new ArrayList<List<String>>();
    study
        .byRuntime()
        .forEach(
            (runtime, runs) ->
                rows.add(
                    List.of(
                        runtime,
                        String.valueOf(Sample.of(runs, Figure.CONTENTION_LOSS).n()),
                        largest(runs, TrueSection.FIGURES.subList(0, 3))
                            .map(Part::words)
                            .orElse("nothing was lost"),
                        phase(runs))));
    page.paragraph(
        "The largest mean part of the loss. It says where the time went, not why the server or the"
            + " runtime needed it.");
    page.table(List.of("Runtime", "Runs", "Largest part", "Largest phase of contention"), rows);
  }

  private static String phase(List<StudyRun> runs) {
    if (Sample.of(runs, Figure.DECODE_LOSS).n() == 0) {
      return "not told by the server";
    }
    return largest(runs, TrueSection.FIGURES.subList(3, TrueSection.FIGURES.size()))
        .map(Part::words)
        .orElse("none took longer than alone");
  }

  /** The largest of some parts that is a loss. */
  static Optional<Part> largest(List<StudyRun> runs, List<Figure> figures) {
    return figures.stream()
        .flatMap(
            figure ->
                Sample.of(runs, figure).mean().stream().mapToObj(mean -> new Part(figure, mean)))
        .filter(part -> part.mean() > 0)
        .max(Comparator.comparingDouble(Part::mean));
  }
}
