package dev.tr116.report;

import dev.tr116.metrics.BaselineNotes;
import dev.tr116.metrics.CellLoss;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.plan.BackendDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws where the time of runs went: a stacked bar of the ideal wall time and every loss. */
public final class LossBar {
  private static final int WIDTH = 900;
  private static final int LEFT = 150;
  private static final int RIGHT = 30;
  private static final int TOP = 72;
  private static final int ROW = 36;
  private static final int MOST_ROWS = 40;

  private final Svg svg = new Svg();
  private final String title;
  private final String backend;

  private LossBar(String title, BackendDescription backend) {
    this.title = title;
    this.backend = backend.phrase();
  }

  /**
   * A line of the picture.
   *
   * @param name what was measured
   * @param millis its loss in ms; empty without a baseline
   * @param percent the same in percentage points
   * @param missing why it has no loss
   */
  private record Row(
      String name, Optional<Loss> millis, Optional<Loss> percent, Optional<String> missing) {
    static Row of(DualRunMetrics run, boolean byPhase) {
      var loss = byPhase ? run.loss() : run.loss().map(Loss::unsplit);
      return new Row(
          "run " + run.id().number() + (run.doubts().isEmpty() ? "" : ", invalid"),
          loss,
          loss.map(Loss::inPercent),
          run.trueSpeedupMissing());
    }

    static Row of(CellLoss loss) {
      return new Row(
          "mean of " + loss.runs(),
          Optional.of(loss.millis()),
          Optional.of(loss.percent()),
          Optional.empty());
    }
  }

  /** One run as a self-contained SVG document, 900 px wide; without baselines it says why. */
  public static String svg(DualRunMetrics run, BackendDescription backend) {
    return new LossBar(run.id().toString(), backend).draw(List.of(Row.of(run, true)), List.of(run));
  }

  /**
   * The runs of a cell below their mean, at most 40 of them; contention is split by phase where it
   * can be in every run.
   */
  public static String svg(CellMetrics cell, BackendDescription backend) {
    var rows = new ArrayList<Row>();
    var mean = CellLoss.of(cell);
    mean.map(Row::of).ifPresent(rows::add);
    var byPhase = mean.flatMap(loss -> loss.millis().byPhase()).isPresent();
    cell.runs().stream().limit(MOST_ROWS).map(run -> Row.of(run, byPhase)).forEach(rows::add);
    return new LossBar(cell.id().displayName(), backend).draw(rows, cell.runs());
  }

  private String draw(List<Row> rows, List<DualRunMetrics> runs) {
    svg.text(16, 26, 17, "start", Ink.TEXT, Svg.shortened(title + ": where the time went", 90));
    svg.text(16, 46, 13, "start", Ink.FAINT, Svg.shortened(backend, 120));
    var percents = rows.stream().flatMap(row -> row.percent().stream()).toList();
    var axis = PercentAxis.over(LEFT, WIDTH - LEFT - RIGHT, percents);
    var bottom = TOP + rows.size() * ROW;
    if (!percents.isEmpty()) {
      drawAxis(axis, bottom);
    }
    for (var i = 0; i < rows.size(); i++) {
      draw(rows.get(i), axis, TOP + i * ROW);
    }
    var y = percents.isEmpty() ? bottom : drawTable(rows, bottom + 62);
    for (var note : notes(runs)) {
      y += 20;
      svg.text(16, y, 12, "start", Ink.TEXT, Svg.shortened(note, 130));
    }
    return svg.document(
        WIDTH, y + 18, title + ": where the time went, " + backend, description(rows));
  }

  private void drawAxis(PercentAxis axis, int bottom) {
    for (var tick : axis.ticks()) {
      svg.line(axis.x(tick), TOP - 4, axis.x(tick), bottom, Ink.GRID, 1);
      svg.text(axis.x(tick), bottom + 16, 12, "middle", Ink.TEXT, Integer.toString(tick));
    }
    svg.line(LEFT, bottom, WIDTH - RIGHT, bottom, Ink.TEXT, 1);
    svg.text(
        LEFT + (WIDTH - LEFT - RIGHT) / 2.0,
        bottom + 34,
        12,
        "middle",
        Ink.FAINT,
        "% of the wall time W; what stands right of 0, less what stands left of it, is 100");
  }

  private void draw(Row row, PercentAxis axis, int top) {
    svg.text(16, top + 13, 14, "start", Ink.TEXT, row.name());
    if (row.millis().isPresent() && row.percent().isPresent()) {
      var wall = row.millis().get().wall();
      svg.text(16, top + 27, 11, "start", Ink.FAINT, "W " + Amounts.millis(wall));
      new LossRow(svg, axis, top + 3).draw(row.percent().get(), wall / 100);
      svg.line(axis.x(0), top, axis.x(0), top + LossRow.HEIGHT + 6, Ink.TEXT, 1.5);
    } else {
      var why = row.missing().map(reason -> ": " + reason).orElse("");
      svg.text(LEFT, top + 18, 12, "start", Ink.FAINT, "not split" + why);
    }
  }

  private int drawTable(List<Row> rows, int top) {
    var first = rows.stream().filter(row -> row.millis().isPresent()).findFirst().orElseThrow();
    svg.text(16, top + 4, 12, "start", Ink.FAINT, first.name());
    return new LossTable(svg, 16, top)
        .draw(first.percent().orElseThrow(), first.millis().orElseThrow());
  }

  private static List<String> notes(List<DualRunMetrics> runs) {
    var notes = new ArrayList<>(BaselineNotes.of(runs));
    levelled(runs).ifPresent(notes::add);
    if (runs.size() > MOST_ROWS) {
      notes.add((runs.size() - MOST_ROWS) + " more runs are in the mean and have no bar here");
    }
    return notes;
  }

  /** Other token counts than alone stand under decode as if they were contention. */
  private static Optional<String> levelled(List<DualRunMetrics> runs) {
    var both =
        runs.stream()
            .filter(run -> run.trueSpeedup().isPresent() && run.trueSpeedupLevelled().isPresent())
            .toList();
    var raw = both.stream().mapToDouble(r -> r.trueEfficiencyPercent().orElseThrow()).average();
    var level =
        both.stream().mapToDouble(r -> r.trueEfficiencyLevelledPercent().orElseThrow()).average();
    return raw.isPresent() && Math.abs(raw.getAsDouble() - level.orElseThrow()) >= 0.05
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "Answers differed in length from those alone: levelled, the ideal part is %.1f %%.",
                level.orElseThrow()))
        : Optional.empty();
  }

  private static String description(List<Row> rows) {
    return rows.stream().map(LossBar::description).collect(Collectors.joining(" "));
  }

  private static String description(Row row) {
    return row.percent()
        .map(
            percent ->
                LossPart.of(percent).stream()
                    .map(
                        part ->
                            String.format(
                                Locale.ROOT,
                                "%s %.1f %%",
                                part.label(),
                                part.figure().applyAsDouble(percent)))
                    .collect(Collectors.joining(", ", row.name() + ": ", ".")))
        .orElse(row.name() + ": not split" + row.missing().map(why -> ": " + why).orElse("") + ".");
  }
}
