package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import dev.tr116.report.Svg;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The single runs behind an estimate: as dots, or as a box where there are too many of them. */
sealed interface RunStrip {
  /** Above this many runs a box is drawn. */
  int MOST_DOTS = 200;

  /** Draws along an axis, around that middle line. */
  void draw(Svg svg, Scale scale, Style style, double middle);

  static RunStrip of(List<Double> runs) {
    if (runs.isEmpty()) {
      return new None();
    }
    if (runs.size() <= MOST_DOTS) {
      return new Dots(runs);
    }
    var values = runs.stream().mapToDouble(value -> value).toArray();
    return new Box(
        runs.stream().min(Double::compare).orElseThrow(),
        Percentile.of(values, 0.25).orElseThrow().ofSample(),
        Percentile.of(values, 0.75).orElseThrow().ofSample(),
        runs.stream().max(Double::compare).orElseThrow());
  }

  /** What a box means. */
  static Key key() {
    return new Key(
        "runs: quartiles, least to most",
        (svg, x, y) -> Box.draw(svg, Ink.TEXT, new double[] {x, x + 6, x + 14, x + 20}, y));
  }

  /** No run is shown. */
  record None() implements RunStrip {
    @Override
    public void draw(Svg svg, Scale scale, Style style, double middle) {
      // nothing to show
    }
  }

  /**
   * A faint dot a run.
   *
   * @param runs their values
   */
  record Dots(List<Double> runs) implements RunStrip {
    @Override
    public void draw(Svg svg, Scale scale, Style style, double middle) {
      var dots =
          runs.stream()
              .map(run -> String.format(Locale.ROOT, "M%.1f %.1fh0", scale.at(run), middle))
              .distinct()
              .collect(Collectors.joining());
      svg.strokes(dots, style.ink(), 6, "", Bars.FAINT);
    }
  }

  /**
   * A box over the middle half of the runs and a line over all of them.
   *
   * @param least of all
   * @param low the lower quartile
   * @param high the upper quartile
   * @param most of all
   */
  record Box(double least, double low, double high, double most) implements RunStrip {
    @Override
    public void draw(Svg svg, Scale scale, Style style, double middle) {
      draw(
          svg,
          style.ink(),
          new double[] {scale.at(least), scale.at(low), scale.at(high), scale.at(most)},
          middle);
    }

    private static void draw(Svg svg, Ink ink, double[] at, double y) {
      svg.strokes(
          String.format(Locale.ROOT, "M%.2f %.2fH%.2f", at[0], y, at[3]), ink, 2, "", Bars.FAINT);
      svg.strokes(
          String.format(Locale.ROOT, "M%.2f %.2fH%.2f", at[1], y, Math.max(at[1] + 0.1, at[2])),
          ink,
          9,
          "1000",
          Bars.FAINT);
    }
  }
}
