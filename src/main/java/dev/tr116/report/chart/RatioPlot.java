package dev.tr116.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Ratios with their intervals on a logarithmic axis around 1, where as good as lies in the middle.
 *
 * @param title of the chart
 * @param note what a reader must know; may be empty
 * @param axis what is shown, e.g. {@code wall time / wall time of the base}
 * @param below what a ratio below 1 means, e.g. {@code faster than the base}
 * @param above what a ratio above 1 means
 * @param rows in the order drawn, each with one ratio above 0
 */
public record RatioPlot(
    String title, String note, String axis, String below, String above, List<ForestPlot.Row> rows)
    implements Chart {

  public RatioPlot {
    rows = List.copyOf(rows);
    Forest.check(List.of(axis), rows);
    if (rows.stream().flatMap(row -> row.estimates().stream()).anyMatch(RatioPlot::notAbove0)) {
      throw new IllegalArgumentException(
          title + ": a ratio is 0 or below; leave it out or say why it is missing");
    }
  }

  @Override
  public String svg(Layout layout) {
    return new Forest(
            new Canvas(layout, title, note),
            axis,
            "",
            List.of(axis),
            rows,
            List.of(new Limit("no difference", 1)),
            Optional.of(new Sides(below, above)))
        .draw();
  }

  private static boolean notAbove0(Estimate estimate) {
    return estimate.extent().anyMatch(value -> value <= 0);
  }
}
