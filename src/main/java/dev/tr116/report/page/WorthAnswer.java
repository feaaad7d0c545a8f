package dev.tr116.report.page;

import dev.tr116.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether running side by side is worth it: the true speedup with its whole interval above 1 says
 * yes, below 1 no; an interval that holds 1 leaves it open.
 */
final class WorthAnswer {
  /** What the interval of a true speedup says. */
  private enum Side {
    PAYS,
    COSTS,
    OPEN
  }

  private WorthAnswer() {}

  /** One or two sentences; empty where no agents ran side by side. */
  static Optional<String> of(PageData data) {
    var cells = data.concurrent();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var known = cells.stream().filter(cell -> speedup(cell).sample().isPresent()).toList();
    if (known.isEmpty()) {
      return Optional.of(unknown(cells));
    }
    return Optional.of(
        (known.size() == 1 ? one(known.getFirst()) : several(known))
            + beside(lowest(known))
            + (known.size() == cells.size()
                ? ""
                : " "
                    + Words.count(cells.size() - known.size(), "cell")
                    + " has no true speedup."));
  }

  private static String unknown(List<CellView> cells) {
    var why = cells.stream().flatMap(cell -> speedup(cell).missing().stream()).findFirst();
    return "Whether running these agents side by side pays is not known: no true speedup was"
        + " measured"
        + why.map(reason -> " (" + reason + ")").orElse("")
        + ". TR116's efficiency cannot tell, since it does not see contention.";
  }

  private static String one(CellView cell) {
    var figure = speedup(cell);
    var measured = cell.name() + " has a true speedup of " + figure.words();
    return switch (side(figure)) {
      case PAYS ->
          "Running these agents side by side pays: "
              + measured
              + ", so it is faster than one agent after the other.";
      case COSTS ->
          "Running these agents side by side costs time: "
              + measured
              + ", so one agent after the other is faster.";
      case OPEN ->
          "Whether running these agents side by side pays is not shown: "
              + measured
              + (figure.interval().isPresent() ? ", which holds 1." : ", too few runs.");
    };
  }

  private static String several(List<CellView> cells) {
    var parts = new ArrayList<String>();
    for (var side : Side.values()) {
      var names =
          cells.stream().filter(cell -> side(speedup(cell)) == side).map(CellView::name).toList();
      if (!names.isEmpty()) {
        parts.add(part(side, names, cells.size()));
      }
    }
    var best = cells.stream().max(Comparator.comparingDouble(WorthAnswer::mean)).orElseThrow();
    return "Running these agents side by side "
        + String.join("; it ", parts)
        + ". Highest mean: "
        + best.name()
        + ", "
        + speedup(best).words()
        + "; lowest: "
        + lowest(cells).name()
        + ", "
        + speedup(lowest(cells)).words()
        + ".";
  }

  private static String part(Side side, List<String> names, int all) {
    var in =
        names.size() == all
            ? "in all " + all + " cells"
            : "in " + names.size() + " of " + all + " cells" + named(side, names);
    return switch (side) {
      case PAYS -> "pays " + in + " (true speedup above 1 with its whole interval)";
      case COSTS -> "costs time " + in + " (true speedup below 1 with its whole interval)";
      case OPEN -> "is not shown to pay or to cost time " + in;
    };
  }

  private static String named(Side side, List<String> names) {
    return side == Side.PAYS ? "" : ", " + Words.shortList(names, 3);
  }

  /** What TR116's figure says of the cell with the lowest true speedup. */
  private static String beside(CellView cell) {
    var tr116 = cell.figure(Measure.EFFICIENCY).mean();
    var real = cell.figure(Measure.TRUE_EFFICIENCY).mean();
    return tr116.isPresent() && real.isPresent()
        ? " TR116's efficiency is "
            + Unit.PERCENT.of(tr116.getAsDouble())
            + " there, the true efficiency "
            + Unit.PERCENT.of(real.getAsDouble())
            + "."
        : "";
  }

  private static CellView lowest(List<CellView> cells) {
    return cells.stream().min(Comparator.comparingDouble(WorthAnswer::mean)).orElseThrow();
  }

  private static double mean(CellView cell) {
    return speedup(cell).mean().orElseThrow();
  }

  private static Measured speedup(CellView cell) {
    return cell.figure(Measure.TRUE_SPEEDUP);
  }

  private static Side side(Measured figure) {
    return figure.interval().map(WorthAnswer::side).orElse(Side.OPEN);
  }

  private static Side side(Interval interval) {
    return interval.low() > 1 ? Side.PAYS : interval.high() < 1 ? Side.COSTS : Side.OPEN;
  }
}
