package dev.tr116.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Means with their intervals and the runs they come from, one row for whatever is compared.
 *
 * @param title of the chart
 * @param note what a reader must know, e.g. which backend it was measured on; may be empty
 * @param axis what is shown, e.g. {@code efficiency}
 * @param unit e.g. {@code %}; empty for a bare number
 * @param series the names of a row's figures, at most eight, e.g. TR116's and the true efficiency
 * @param rows in the order drawn
 * @param limits values to compare with
 */
public record ForestPlot(
    String title,
    String note,
    String axis,
    String unit,
    List<String> series,
    List<Row> rows,
    List<Limit> limits)
    implements Chart {

  /**
   * What stands beside its label.
   *
   * @param label e.g. a cell's name
   * @param estimates one for every series
   */
  public record Row(String label, List<Estimate> estimates) {
    public Row {
      estimates = List.copyOf(estimates);
    }
  }

  public ForestPlot {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
    limits = List.copyOf(limits);
    Forest.check(series, rows);
  }

  /** A forest of one figure a row. */
  public static ForestPlot of(
      String title, String note, String axis, String unit, List<Row> rows, List<Limit> limits) {
    return new ForestPlot(title, note, axis, unit, List.of(axis), rows, limits);
  }

  @Override
  public String svg(Layout layout) {
    return new Forest(
            new Canvas(layout, title, note), axis, unit, series, rows, limits, Optional.empty())
        .draw();
  }
}
