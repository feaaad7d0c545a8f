package dev.tr116.report.page;

import dev.tr116.metrics.CellLoss;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Suite;
import dev.tr116.results.StoredCell;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell with its figures, each computed once.
 *
 * @param stored its runs and verdict
 * @param figures those that several sections show
 * @param loss where its time went; empty without baselines
 */
record CellView(StoredCell stored, Map<Measure, Measured> figures, Optional<CellLoss> loss) {

  /** All of a session's, computed on every core. */
  static List<CellView> of(List<StoredCell> cells) {
    return cells.parallelStream().map(CellView::of).toList();
  }

  private static CellView of(StoredCell stored) {
    var computed =
        Measure.OF_EVERY_CELL.parallelStream()
            .map(measure -> Measured.of(stored.metrics(), measure))
            .toList();
    var figures = new EnumMap<Measure, Measured>(Measure.class);
    computed.forEach(figure -> figures.put(figure.measure(), figure));
    return new CellView(stored, figures, CellLoss.of(stored.metrics()));
  }

  Measured figure(Measure measure) {
    var computed = figures.get(measure);
    return computed == null ? Measured.of(metrics(), measure) : computed;
  }

  CellId id() {
    return stored.id();
  }

  CellMetrics metrics() {
    return stored.metrics();
  }

  /** What people read. */
  String name() {
    return id().displayName();
  }

  boolean isSideBySide() {
    return id().isSideBySide();
  }

  /** Whether it belongs to that suite. */
  boolean isOf(Suite suite) {
    return id().suite().equals(suite.word());
  }

  /** The anchor of its part of a section. */
  String anchor(String section) {
    return section + "-" + id().directory().toString().replaceAll("[^A-Za-z0-9_-]+", "-");
  }
}
