package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.util.List;

/**
 * A value to compare with, drawn as a line across a chart.
 *
 * @param label what it is, without the value, e.g. {@code alert}
 * @param value in the chart's unit
 */
public record Limit(String label, double value) {
  private static final List<String> DASHES = List.of("6 4", "2 3", "11 3 2 3");

  /** Its entry in a legend, as the first, second or third of its chart. */
  Key key(int place) {
    return Key.line(words(), Ink.TEXT, 1.5, dashes(place));
  }

  /** E.g. {@code alert 95}. */
  String words() {
    var figure = new Figures(2).of(value);
    return label + " " + figure.replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
  }

  /** By what it is told from the others of its chart. */
  static String dashes(int place) {
    return DASHES.get(place % DASHES.size());
  }
}
