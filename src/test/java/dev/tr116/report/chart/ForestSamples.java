package dev.tr116.report.chart;

import static dev.tr116.report.chart.Samples.around;
import static dev.tr116.report.chart.Samples.estimate;

import dev.tr116.report.chart.ForestPlot.Row;
import dev.tr116.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** Forests. */
final class ForestSamples {
  private static final String BACKEND = "embedded llama.cpp, stand-in weights";
  private static final List<Limit> LIMITS =
      List.of(new Limit("target", 97), new Limit("alert", 95));

  private ForestSamples() {}

  static List<Chart> charts() {
    return List.of(usual(), one(), many(), odd(), huge(), empty(), ratios(), wideRatios());
  }

  static ForestPlot usual() {
    return new ForestPlot(
        "Efficiency by TR116's rule and true efficiency",
        BACKEND,
        "efficiency",
        "%",
        List.of("TR116 efficiency", "true efficiency"),
        List.of(
            row("gemma3 · chimera-homo", estimate(5, 98.6, 0.8), estimate(5, 34.5, 2)),
            row("gemma3 · baseline-vs-chimera", estimate(5, 92, 4), estimate(5, 55, 6)),
            row(
                "qwen2.5 · chimera-homo",
                estimate(5, 97.1, 1.2),
                Estimate.missing("tr116.solo=off")),
            row("llama3.1 · chimera-hetero", estimate(2, 89, 1), estimate(2, 70, 1))),
        LIMITS);
  }

  static ForestPlot one() {
    return ForestPlot.of(
        "One run", "", "true speedup", "", List.of(row("gemma3", estimate(1, 1.2, 0))), List.of());
  }

  private static ForestPlot many() {
    return ForestPlot.of(
        "Ten thousand runs",
        "scripted",
        "time to first token",
        "ms",
        List.of(
            row("gemma3 · chimera-homo", estimate(10_000, 300, 120)),
            row("200 runs", estimate(200, 250, 90))),
        List.of(new Limit("alert", 3000)));
  }

  private static ForestPlot odd() {
    return ForestPlot.of(
        Samples.HOSTILE,
        "scripted, " + Samples.UNICODE,
        "ttft delta, collector minus insight",
        "ms",
        List.of(
            row(Samples.LONG, around(-12.3, -40, 5)),
            row(Samples.UNICODE, around(0, 0, 0)),
            row(
                Samples.HOSTILE,
                Estimate.missing("the server of " + Samples.LONG + " told nothing")),
            row("x".repeat(300), around(7, 6, 9))),
        List.of());
  }

  private static ForestPlot huge() {
    return ForestPlot.of(
        "Very large and very small",
        "",
        "bytes",
        "B",
        List.of(
            row("petabytes", around(3.2e15, 1e15, 8.4567e15)),
            row("a millionth", around(1e-6, 1e-7, 1e-5))),
        List.of());
  }

  private static ForestPlot empty() {
    return ForestPlot.of("No data", BACKEND, "efficiency", "%", List.of(), LIMITS);
  }

  static RatioPlot ratios() {
    return new RatioPlot(
        "Runtimes against structured",
        BACKEND,
        "wall time / wall time of structured",
        "faster than structured",
        "slower than structured",
        List.of(
            row("platform", around(1.01, 0.97, 1.05)),
            row("async", around(0.93, 0.9, 0.96)),
            row("event-loop", around(1.2, 1.1, 1.32)),
            row("exec:python", Estimate.missing("4 of 5 runs failed"))));
  }

  private static RatioPlot wideRatios() {
    return new RatioPlot(
        "Regression against " + Samples.LONG,
        "",
        "now / before",
        "better than before, whichever way better is",
        "worse than before, whichever way worse is",
        List.of(
            row("ttft", around(250, 0.004, 90_000)),
            row(
                "open above",
                Estimate.of(
                    3,
                    Optional.of(new Interval(2, Double.POSITIVE_INFINITY, 0.95)),
                    4,
                    List.of()))));
  }

  private static Row row(String label, Estimate... estimates) {
    return new Row(label, List.of(estimates));
  }
}
