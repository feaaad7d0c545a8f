package dev.tr116.results;

import static dev.tr116.results.SummaryMarkdown.interval;
import static dev.tr116.results.SummaryMarkdown.number;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.Markdown;
import dev.tr116.slo.RuntimeComparison;
import dev.tr116.slo.RuntimeFigure;
import dev.tr116.statistics.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** How runtimes compare, in the {@code summary.md} of a session. */
final class RuntimesMarkdown {
  private RuntimesMarkdown() {}

  /** A table per model and scenario; nothing when there was one runtime. */
  static void of(StringBuilder text, List<CellMetrics> cells) {
    var tables = new LinkedHashMap<String, List<RuntimeComparison>>();
    for (var each : RuntimeComparison.of(cells)) {
      tables
          .computeIfAbsent(each.cell().id().underAnyRuntime(), none -> new ArrayList<>())
          .add(each);
    }
    if (tables.isEmpty()) {
      return;
    }
    text.append(
        """

        ## Between runtimes

        Each runtime ran the same blocks in turn: run 1 under each, then run 2, and so on, with the \
        same seeds and prompts of the same length. Ratios are those of the means, by bootstrap; p is \
        that of the Mann-Whitney test, and once more corrected by Holm's method over all comparisons \
        of a figure. How far the stamps of each runtime are off stands under `calibration` in its \
        records.
        """);
    tables.values().forEach(comparisons -> table(text, comparisons));
  }

  private static void table(StringBuilder text, List<RuntimeComparison> comparisons) {
    var reference = comparisons.getFirst().reference();
    var id = reference.id();
    text.append("\n### ")
        .append(Markdown.plain(id.model().displayName()))
        .append(" · ")
        .append(id.scenario());
    text.append("\n\n| figure | runtime | n | mean [95 % interval] | ratio to ");
    text.append(id.runtime()).append(" [95 % interval] | p | p (Holm) |");
    text.append("\n|---|---|---|---|---|---|---|\n");
    Optional<RuntimeFigure> before = Optional.empty();
    for (var each : comparisons) {
      if (!before.equals(Optional.of(each.figure()))) {
        row(text, each.figure(), reference);
        text.append(" | 1 | - | - |\n");
        before = Optional.of(each.figure());
      }
      row(text, each.figure(), each.cell());
      text.append(" | ");
      each.compared()
          .ifPresentOrElse(
              two -> text.append(number(two.ratio())).append(interval(Optional.of(two.interval()))),
              () -> text.append('-'));
      text.append(" | ").append(number(each.p())).append(" | ").append(number(each.adjustedP()));
      text.append(" |\n");
    }
  }

  private static void row(StringBuilder text, RuntimeFigure figure, CellMetrics cell) {
    var sample = cell.over(figure.ofRun());
    text.append("| ").append(figure.title()).append(" | ").append(cell.id().runtime());
    text.append(" | ").append(sample.map(Distribution::n).orElse(0)).append(" | ");
    text.append(sample.map(s -> number(s.mean())).orElse("-"));
    text.append(interval(cell.interval(figure.ofRun())));
  }
}
