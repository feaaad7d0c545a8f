package dev.tr116.report.page;

import dev.tr116.metrics.PercentChange;
import dev.tr116.metrics.SingleComparison;
import dev.tr116.plan.Suite;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The suite {@code single}: one agent, baseline against chimera options. */
final class SingleSection {
  private SingleSection() {}

  static Optional<Section> of(PageData data) {
    var cells = data.of(Suite.SINGLE);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var html = new Html();
    html.p(
        "Each agent had the server for itself. Improvement: how much more tokens per second chimera"
            + " has; reduction: how much less TTFT, below 0 where chimera is slower. Both as the"
            + " mean of each run's percentage and as the percentage of the two means. Load is that"
            + " of the unmeasured call before it.");
    sides(cells).write(html);
    changes(cells).write(html);
    return Section.of("single", "One agent alone: baseline against chimera", html);
  }

  private static Table sides(List<CellView> cells) {
    var table =
        Table.of(
            "Baseline and chimera, mean with 95 % interval",
            "cell",
            "agent",
            "#throughput (TR116), tok/s",
            "#TTFT, ms",
            "#latency p50, ms",
            "#latency p95, ms",
            "#load, ms");
    for (var cell : cells) {
      var comparison = SingleComparison.of(cell.metrics());
      if (comparison.isEmpty()) {
        table.row(
            Cell.of(cell.name()),
            Cell.of("no run was measured whole"),
            Cell.of("-"),
            Cell.of("-"),
            Cell.of("-"),
            Cell.of("-"),
            Cell.of("-"));
      }
      comparison.ifPresent(
          each -> {
            side(table, cell, "baseline", each.baseline());
            side(table, cell, "chimera", each.chimera());
          });
    }
    return table;
  }

  private static void side(Table table, CellView cell, String agent, SingleComparison.Side side) {
    table.row(
        Cell.of(cell.name()),
        Cell.of(agent),
        mean(Unit.RATE, side.throughput()),
        mean(Unit.MILLIS, side.ttft()),
        percentile(side.latencyP50()),
        percentile(side.latencyP95()),
        side.load()
            .map(load -> Cell.of(Unit.MILLIS.number(load.mean()), "n " + load.n()))
            .orElseGet(() -> Cell.absent(Optional.of("no load before it"))));
  }

  private static Cell mean(Unit unit, Optional<SingleComparison.Mean> mean) {
    return mean.map(
            each ->
                Cell.of(
                    unit.number(each.sample().mean()),
                    each.interval().map(unit::of).orElse("no interval")))
        .orElseGet(() -> Cell.absent(Optional.of("not measured")));
  }

  private static Cell percentile(Optional<Percentile> percentile) {
    return percentile
        .map(
            each ->
                each.isSupported()
                    ? Cell.of(Unit.MILLIS.number(each.ofSample()))
                    : Cell.absent(
                        Optional.of(
                            each.n()
                                + " of the "
                                + Percentile.needs(each.share())
                                + " runs it needs")))
        .orElseGet(() -> Cell.absent(Optional.of("not measured")));
  }

  private static Table changes(List<CellView> cells) {
    var table =
        Table.of(
            "Chimera against baseline, with 95 % interval",
            "cell",
            "#throughput improvement, mean of runs, %",
            "#of means, %",
            "#TTFT reduction, mean of runs, %",
            "#of means, %");
    for (var cell : cells) {
      SingleComparison.of(cell.metrics())
          .ifPresent(
              each ->
                  table.row(
                      Cell.of(cell.name()),
                      meanOfRuns(each.throughputImprovement()),
                      ofMeans(each.throughputImprovement()),
                      meanOfRuns(each.ttftReduction()),
                      ofMeans(each.ttftReduction())));
    }
    return table;
  }

  private static Cell meanOfRuns(PercentChange change) {
    return change(change.meanOfRuns(), change.meanOfRunsInterval());
  }

  private static Cell ofMeans(PercentChange change) {
    return change(change.ofMeans(), change.ofMeansInterval());
  }

  private static Cell change(OptionalDouble value, Optional<Interval> interval) {
    return value.isEmpty()
        ? Cell.absent(Optional.of("not measured"))
        : Cell.of(Unit.PERCENT.number(value), interval.map(Unit.PERCENT::of).orElse("no interval"));
  }
}
