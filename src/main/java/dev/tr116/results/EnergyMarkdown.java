package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.Markdown;

/** The energy of a cell for people; nothing where none was measured. */
final class EnergyMarkdown {
  private EnergyMarkdown() {}

  static String of(CellMetrics cell) {
    if (!EnergyFigures.isAny(cell)) {
      return "";
    }
    var text = new StringBuilder();
    text.append("\nEnergy of the ");
    text.append(
        EnergyFigures.source(cell).orElseThrow().equals("gpu") ? "GPUs" : "processor packages");
    text.append(", idle power included.");
    EnergyFigures.missing(cell)
        .ifPresent(
            reason ->
                text.append(" Missing in a run: ").append(Markdown.plain(reason)).append('.'));
    text.append("\n\n").append(SummaryMarkdown.FIGURES_HEAD);
    for (var figure : EnergyFigures.all()) {
      if (cell.over(figure.ofRun()).isPresent()) {
        SummaryMarkdown.row(text, figure, cell);
      }
    }
    return text.toString();
  }
}
