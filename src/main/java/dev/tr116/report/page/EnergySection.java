package dev.tr116.report.page;

import dev.tr116.report.chart.Scatter;
import dev.tr116.report.page.Table.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tokens per joule against tokens per second, where power was measured; else why not. */
final class EnergySection {
  private EnergySection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var cells = data.cells();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var powered =
        cells.stream()
            .filter(cell -> cell.figure(Measure.TOKENS_PER_JOULE).sample().isPresent())
            .toList();
    if (powered.isEmpty()) {
      html.p("Energy was not measured: " + why(cells) + ".");
    } else {
      html.p(
          "Energy of the GPUs where they tell their power in this session, else of the processor"
              + " packages; idle power is in it. Side by side saves energy where a token takes less"
              + " of it than alone.");
      html.chart(
          new Scatter(
              "Tokens per joule against throughput",
              "Measured on " + data.backend().phrase() + ".",
              Measure.THROUGHPUT.column(),
              Measure.TOKENS_PER_JOULE.column(),
              PageData.drawn(powered).stream()
                  .map(
                      cell ->
                          new Scatter.Point(
                              cell.name(),
                              cell.figure(Measure.THROUGHPUT).estimate(),
                              cell.figure(Measure.TOKENS_PER_JOULE).estimate()))
                  .toList()));
      PageData.notDrawn(powered).ifPresent(html::note);
      table(powered).write(html);
      if (powered.size() < cells.size()) {
        html.note(
            Words.count(cells.size() - powered.size(), "cell") + " without energy: " + why(cells));
      }
    }
    return Section.of("energy", "Energy", html);
  }

  private static Table table(List<CellView> cells) {
    var table =
        Table.of(
            "Energy of each cell, mean with 95 % interval",
            "cell",
            "source",
            "#" + Measure.TOKENS_PER_JOULE.column(),
            "#" + Measure.THROUGHPUT.column(),
            "#" + Measure.JOULES_PER_TOKEN.column(),
            "#" + Measure.JOULES_PER_TOKEN_ALONE.column(),
            "#" + Measure.POWER.column());
    for (var cell : cells) {
      table.row(
          Cell.of(cell.name()),
          Cell.of(
              cell.metrics().measured().stream()
                  .flatMap(run -> run.energy().source().stream())
                  .distinct()
                  .collect(Collectors.joining(", "))),
          cell.figure(Measure.TOKENS_PER_JOULE).cell(),
          cell.figure(Measure.THROUGHPUT).cell(),
          cell.figure(Measure.JOULES_PER_TOKEN).cell(),
          cell.figure(Measure.JOULES_PER_TOKEN_ALONE).cell(),
          cell.figure(Measure.POWER).cell());
    }
    return table;
  }

  private static String why(List<CellView> cells) {
    var reasons =
        cells.stream()
            .filter(cell -> cell.figure(Measure.TOKENS_PER_JOULE).sample().isEmpty())
            .flatMap(cell -> cell.figure(Measure.TOKENS_PER_JOULE).missing().stream())
            .distinct()
            .toList();
    return reasons.isEmpty() ? "the records do not say why" : Words.shortList(reasons, 3);
  }
}
