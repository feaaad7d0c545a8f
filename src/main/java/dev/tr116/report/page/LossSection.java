package dev.tr116.report.page;

import dev.tr116.metrics.BaselineNotes;
import dev.tr116.metrics.CellLoss;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import dev.tr116.report.LossPart;
import dev.tr116.report.chart.LossBars;
import dev.tr116.report.page.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Where the time went, cell by cell. */
final class LossSection {
  private LossSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var cells = data.concurrent();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    html.p(
        "The wall time W of a run is the ideal part, agents alone and spread evenly, and the parts"
            + " that are lost beside it. They add up to W; a part below 0 is a gain.");
    PageData.notDrawn(cells).ifPresent(html::note);
    html.chart(bars(data, PageData.drawn(cells)));
    table(cells).write(html);
    for (var cell : cells) {
      for (var note : BaselineNotes.of(cell.metrics().runs())) {
        html.note(cell.name() + ": " + note + ".");
      }
    }
    return Section.of("loss", "Where the time goes", html);
  }

  private static LossBars bars(PageData data, List<CellView> cells) {
    return new LossBars(
        "Where the wall time goes",
        "Means over runs, % of W; measured on " + data.backend().phrase() + ".",
        cells.stream().map(LossSection::bar).toList());
  }

  private static LossBars.Row bar(CellView cell) {
    return cell.loss()
        .map(
            loss ->
                new LossBars.Row(
                    cell.name(),
                    loss.runs(),
                    LossPart.of(loss.percent()).stream()
                        .map(
                            part ->
                                new LossBars.Part(
                                    part.label(),
                                    part.colour(),
                                    part.figure().applyAsDouble(loss.percent())))
                        .toList(),
                    Optional.empty()))
        .orElseGet(
            () ->
                new LossBars.Row(
                    cell.name(), 0, List.of(), cell.figure(Measure.TRUE_EFFICIENCY).missing()));
  }

  private static Table table(List<CellView> cells) {
    var table =
        Table.of(
            "Mean of each part, ms, and below it in % of W",
            "cell",
            "#runs",
            "#W, ms",
            "#ideal",
            "#contention",
            "#load",
            "#queue",
            "#prefill",
            "#decode",
            "#client",
            "#imbalance",
            "#orchestration");
    for (var cell : cells) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(cell.name()));
      cell.loss().ifPresentOrElse(loss -> parts(row, loss), () -> absent(row, cell));
      table.row(row);
    }
    return table;
  }

  private static void parts(List<Cell> row, CellLoss loss) {
    row.add(Cell.of(String.valueOf(loss.runs())));
    row.add(Cell.of(Unit.MILLIS.number(loss.millis().wall())));
    row.add(part(loss, Loss::ideal));
    row.add(part(loss, Loss::contention));
    row.add(phase(loss, PhaseTimes::load));
    row.add(phase(loss, PhaseTimes::queue));
    row.add(phase(loss, PhaseTimes::prefill));
    row.add(phase(loss, PhaseTimes::decode));
    row.add(phase(loss, PhaseTimes::client));
    row.add(part(loss, Loss::imbalance));
    row.add(part(loss, Loss::orchestration));
  }

  private static void absent(List<Cell> row, CellView cell) {
    row.add(Cell.of("0"));
    row.add(cell.figure(Measure.WALL).cell());
    row.add(Cell.absent(cell.figure(Measure.TRUE_EFFICIENCY).missing()));
    while (row.size() < 12) {
      row.add(Cell.absent(Optional.empty()));
    }
  }

  private static Cell part(CellLoss loss, ToDoubleFunction<Loss> figure) {
    return Cell.of(
        Unit.MILLIS.number(figure.applyAsDouble(loss.millis())),
        Unit.PERCENT.of(figure.applyAsDouble(loss.percent())));
  }

  private static Cell phase(CellLoss loss, ToDoubleFunction<PhaseTimes> figure) {
    if (loss.millis().byPhase().isEmpty()) {
      return Cell.absent(Optional.of("not split"));
    }
    return part(loss, each -> figure.applyAsDouble(each.byPhase().orElseThrow()));
  }
}
