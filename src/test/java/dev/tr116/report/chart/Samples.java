package dev.tr116.report.chart;

import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Figures to draw: usual ones, and those that break charts. */
final class Samples {
  static final String LONG =
      "registry.example.org/library/a-model-with-a-very-long-name:70b-instruct-q4_K_M ·"
          + " chimera-hetero, gpu 80 and 60, ctx 512 and 1024, temperature 1.0 · structured";
  static final String HOSTILE = "<script>alert(1)</script> & \"quotes\" 'single' ]]> </svg>";
  static final String UNICODE =
      "模型甲 · модель · नमूना · 🦙🦙 · e\u0301\u0301\u0301 · \u202Eright to left";

  private Samples() {}

  /** Runs around a middle, the same in every build. */
  static List<Double> runs(int n, double middle, double spread) {
    var random = new Random(n + Double.hashCode(middle));
    return random.doubles(n, -1, 1).mapToObj(each -> middle + each * spread).toList();
  }

  /** Their mean, with its interval as sessions have it. */
  static Estimate estimate(List<Double> runs) {
    var values = runs.stream().mapToDouble(each -> each).toArray();
    return Estimate.of(
        runs.stream().mapToDouble(each -> each).average().orElseThrow(),
        new Bootstrap(42).ofMean(values),
        runs);
  }

  static Estimate estimate(int n, double middle, double spread) {
    return estimate(runs(n, middle, spread));
  }

  static Estimate around(double value, double low, double high) {
    return Estimate.of(
        value, Optional.of(new Interval(low, high, Interval.LEVEL)), 5, List.of(low, high));
  }

  /** The usual, then every odd one. */
  static List<Chart> charts() {
    var charts = new ArrayList<Chart>();
    charts.addAll(ForestSamples.charts());
    charts.addAll(PlotSamples.charts());
    return charts;
  }
}
