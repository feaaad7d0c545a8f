package dev.tr116.performance;

import dev.tr116.report.chart.GrowthChart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Draws costs over sizes on logarithmic axes, each with its exponent of growth. */
final class CostPlot {
  private CostPlot() {}

  /**
   * One cost over the sizes.
   *
   * @param label its name
   * @param x the sizes, ascending
   * @param y the cost at each
   * @param n of how many measurements each cost is the median
   */
  record Series(String label, List<Double> x, List<Double> y, int n) {
    Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }

    /** That of two arrays. */
    static Series of(String label, double[] x, double[] y, int n) {
      return new Series(
          label, Arrays.stream(x).boxed().toList(), Arrays.stream(y).boxed().toList(), n);
    }

    private GrowthChart.Series drawn() {
      return new GrowthChart.Series(label + exponents() + ", n " + n, x, y);
    }

    private String exponents() {
      if (x.size() < 2) {
        return "";
      }
      var sizes = array(x);
      var costs = array(y);
      return String.format(
          Locale.ROOT,
          ": exponent %.2f, at the end %.2f",
          Growth.exponent(sizes, costs),
          Growth.atTheEnd(sizes, costs));
    }

    private static double[] array(List<Double> values) {
      return values.stream().mapToDouble(value -> value).toArray();
    }
  }

  /**
   * The SVG document.
   *
   * @param title of the picture
   * @param x what the sizes are, with their unit, e.g. {@code runs per session}
   * @param y what the costs are, with their unit, e.g. {@code seconds}
   * @param series drawn in this order, at most eight
   */
  static String svg(String title, String x, String y, List<Series> series) {
    return new GrowthChart(
            title,
            "Both axes are logarithmic. Exponent p: cost = c size^p, by least squares over all"
                + " points, and between the last two.",
            x,
            y,
            series.stream().map(Series::drawn).toList())
        .svg();
  }
}
