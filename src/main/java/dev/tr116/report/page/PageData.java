package dev.tr116.report.page;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Suite;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;
import dev.tr116.slo.ModelRanking;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.slo.RuntimeComparison;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page is made of.
 *
 * @param stored the session
 * @param comparison with an earlier one; empty where there is none
 * @param cells with their figures, in the order of the plan
 * @param runtimes each cell against the one that differs in the runtime alone
 * @param records the way from the page's folder to the session's
 * @param models which model is ahead in each scenario, by each figure
 */
record PageData(
    StoredSession stored,
    Optional<RegressionVerdict> comparison,
    List<CellView> cells,
    Path records,
    List<RuntimeComparison> runtimes,
    Map<Measure, List<ModelRanking>> models) {
  /** Above so many cells pictures are drawn of some of them only. */
  static final int MOST_DRAWN = 12;

  /** Above so many runs the page lists some of them only. */
  static final int MOST_RUNS = 500;

  private static final List<Measure> RANKED =
      List.of(Measure.TRUE_EFFICIENCY, Measure.EFFICIENCY, Measure.THROUGHPUT, Measure.TTFT);

  static PageData of(StoredSession stored, Optional<RegressionVerdict> comparison, Path folder) {
    var sideBySide =
        stored.cells().stream()
            .filter(cell -> cell.id().isSideBySide())
            .map(StoredCell::metrics)
            .toList();
    var models = new EnumMap<Measure, List<ModelRanking>>(Measure.class);
    for (var measure : RANKED) {
      models.put(measure, ModelRanking.of(sideBySide, measure.ofRun(), measure.better()));
    }
    return new PageData(
        stored,
        comparison,
        CellView.of(stored.cells()),
        folder.toAbsolutePath().normalize().relativize(stored.session().directory()),
        RuntimeComparison.of(sideBySide),
        models);
  }

  /** A link to what lies below the session's folder. */
  String link(Path below) {
    return records.resolve(below).toString().replace('\\', '/');
  }

  BackendDescription backend() {
    return stored.session().backend();
  }

  /** The cells in which two agents or more run side by side. */
  List<CellView> concurrent() {
    return cells.stream()
        .filter(cell -> cell.isSideBySide() && cell.metrics().agents().orElse(0) > 1)
        .toList();
  }

  /** The cells whose agents run side by side, one agent that might included. */
  List<CellView> sideBySide() {
    return cells.stream().filter(CellView::isSideBySide).toList();
  }

  /** The cells of a suite. */
  List<CellView> of(Suite suite) {
    return cells.stream().filter(cell -> cell.isOf(suite)).toList();
  }

  /** Every recorded run, cell by cell. */
  Stream<KeptBlock> runs() {
    return cells.stream().flatMap(cell -> cell.stored().runs().stream());
  }

  /** How many runs are recorded. */
  int recorded() {
    return cells.stream().mapToInt(cell -> cell.stored().runs().size()).sum();
  }

  /**
   * The cells of some that pictures are drawn of: all, or the best, the worst and those between
   * them at even distances, by true efficiency, in the order of the plan.
   */
  static List<CellView> drawn(List<CellView> cells) {
    if (cells.size() <= MOST_DRAWN) {
      return cells;
    }
    var ranked =
        cells.stream()
            .sorted(
                Comparator.comparingDouble(
                    cell -> cell.figure(Measure.TRUE_EFFICIENCY).mean().orElse(Double.MAX_VALUE)))
            .toList();
    var chosen = new HashSet<CellId>();
    for (var i = 0; i < MOST_DRAWN; i++) {
      chosen.add(ranked.get(i * (ranked.size() - 1) / (MOST_DRAWN - 1)).id());
    }
    return cells.stream().filter(cell -> chosen.contains(cell.id())).toList();
  }

  /** What is drawn where not all is; empty where all is. */
  static Optional<String> notDrawn(List<CellView> cells) {
    return cells.size() <= MOST_DRAWN
        ? Optional.empty()
        : Optional.of(
            "Drawn for "
                + MOST_DRAWN
                + " of "
                + cells.size()
                + " cells: the ones with the lowest and the highest true efficiency, and cells at"
                + " even distances between them. The tables have every cell.");
  }
}
