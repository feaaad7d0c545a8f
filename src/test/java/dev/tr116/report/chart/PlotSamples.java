package dev.tr116.report.chart;

import static dev.tr116.report.chart.Samples.around;
import static dev.tr116.report.chart.Samples.estimate;

import dev.tr116.report.Ink;
import dev.tr116.report.chart.LossBars.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Everything with two axes, and the bars. */
final class PlotSamples {
  private PlotSamples() {}

  static List<Chart> charts() {
    return List.of(
        ecdf(),
        oddEcdf(),
        new Ecdf("No data", "", "ITL", "ms", true, List.of(Steps.ofGaps("a", new double[0]))),
        scaling(),
        oddScaling(),
        new ScalingChart(
            "No data", "", "speedup", List.of(), Optional.empty(), OptionalInt.empty()),
        scatter(),
        crowd(),
        new Scatter(
            "No data",
            "",
            "x",
            "y",
            List.of(new Scatter.Point("a", Estimate.missing("no power meter"), around(1, 0, 2)))),
        losses(),
        oddLosses(),
        new LossBars("No data", "", List.of()),
        trend(),
        longTrend(),
        new Trend("No data", "", "ttft, ms", "runs", List.of(), List.of()));
  }

  static double[] lognormal(int n, double middle, double spread) {
    var random = new Random(n);
    return IntStream.range(0, n)
        .mapToDouble(i -> middle * Math.exp(spread * random.nextGaussian()))
        .toArray();
  }

  private static Ecdf ecdf() {
    return new Ecdf(
        "Time to first token",
        "scripted",
        "time to first token",
        "ms",
        true,
        List.of(
            Steps.ofRuns("gemma3 · collector", lognormal(40, 300, 0.4)),
            Steps.ofRuns("gemma3 · insight", lognormal(41, 420, 0.3)),
            Steps.ofRuns("qwen2.5 · collector", lognormal(5, 250, 0.2)),
            Steps.ofRuns("qwen2.5 · insight", lognormal(1, 700, 0.2))));
  }

  private static Ecdf oddEcdf() {
    var gaps = lognormal(10_000, 20, 1.2);
    gaps[0] = 0;
    return new Ecdf(
        Samples.HOSTILE,
        Samples.LONG,
        "gap between chunks",
        "ms",
        false,
        List.of(
            Steps.ofGaps(Samples.LONG, gaps),
            Steps.ofGaps(Samples.UNICODE, new double[] {-50}),
            Steps.ofRuns("2", lognormal(60, 90, 0.1)),
            Steps.ofRuns("3", lognormal(61, 120, 0.1)),
            Steps.ofRuns("4", lognormal(62, 150, 0.1)),
            Steps.ofRuns("5", lognormal(63, 180, 0.1)),
            Steps.ofRuns("6", lognormal(64, 210, 0.1)),
            Steps.ofRuns("7", lognormal(65, 240, 0.1)),
            Steps.ofRuns("8", lognormal(66, 270, 0.1))));
  }

  private static ScalingChart scaling() {
    return new ScalingChart(
        "Agents side by side",
        "embedded llama.cpp, stand-in weights",
        "true speedup",
        List.of(
            new ScalingChart.Point(1, estimate(5, 1, 0.02)),
            new ScalingChart.Point(2, estimate(5, 1.7, 0.1)),
            new ScalingChart.Point(4, estimate(5, 2.4, 0.2)),
            new ScalingChart.Point(8, estimate(5, 2.1, 0.3))),
        Optional.of(
            new ScalingChart.Fit(
                "law: sigma 0.12, kappa 0.02, R² 0.98",
                n -> n / (1 + 0.12 * (n - 1) + 0.02 * n * (n - 1)))),
        OptionalInt.of(6));
  }

  private static ScalingChart oddScaling() {
    return new ScalingChart(
        Samples.LONG,
        "",
        "true speedup",
        List.of(
            new ScalingChart.Point(1, Estimate.missing("all runs failed")),
            new ScalingChart.Point(512, around(0.4, 0.1, 0.9))),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Scatter scatter() {
    return new Scatter(
        "Energy and speed",
        "RAPL, processor packages",
        "decode rate, tok/s",
        "tokens per joule",
        List.of(
            new Scatter.Point("gemma3 · chimera-homo", around(42, 40, 44), around(3.1, 2.9, 3.4)),
            new Scatter.Point("qwen2.5 · chimera-homo", around(60, 57, 63), around(2.2, 2.1, 2.4)),
            new Scatter.Point("llama3.1 · chimera-homo", around(38, 36, 41), around(2.4, 2.2, 2.5)),
            new Scatter.Point(
                "no meter", around(38, 36, 41), Estimate.missing("no power source"))));
  }

  private static Scatter crowd() {
    return new Scatter(
        "Thirty on one spot",
        "",
        "x",
        "y",
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    new Scatter.Point(
                        "point " + i,
                        around(5 + i * 0.001, 5, 5.1),
                        around(5 - i % 3 * 0.001, 5, 5.1)))
            .toList());
  }

  private static LossBars losses() {
    return new LossBars(
        "Where the time went",
        "embedded llama.cpp, stand-in weights",
        List.of(
            row("gemma3 · chimera-homo", 34.5, 1, 2.2, 4.1, 50, 3.2, 4.9, 0.1),
            row("gemma3 · baseline-vs-chimera", 120, 0, 0, 4, -32, 1, 6.9, 0.1),
            new LossBars.Row("qwen2.5", 5, List.of(), Optional.of("tr116.solo=off"))));
  }

  private static LossBars oddLosses() {
    return new LossBars(
        Samples.HOSTILE,
        Samples.UNICODE,
        List.of(
            row(Samples.LONG, 900, -10, -200, -300, -290, 0, 0, 0),
            new LossBars.Row("x".repeat(200), 1, List.of(), Optional.of(Samples.LONG))));
  }

  private static LossBars.Row row(String label, double... p) {
    return new LossBars.Row(
        label,
        5,
        List.of(
            new Part("ideal", Ink.PALE, p[0]),
            new Part("load", Ink.ORANGE, p[1]),
            new Part("queue", Ink.PURPLE, p[2]),
            new Part("prefill", Ink.SKY, p[3]),
            new Part("decode", Ink.GREEN, p[4]),
            new Part("client/transport", Ink.GREY, p[5]),
            new Part("imbalance", Ink.DEEP_BLUE, p[6]),
            new Part("orchestration", Ink.INDIGO, p[7])),
        Optional.empty());
  }

  private static Trend trend() {
    return new Trend(
        "True efficiency over the session",
        "scripted",
        "true efficiency, %",
        "runs in the order measured",
        List.of(
            new Trend.Line(
                "gemma3",
                estimate(6, 60, 3),
                List.of(
                    OptionalDouble.of(58),
                    OptionalDouble.of(61),
                    OptionalDouble.empty(),
                    OptionalDouble.of(63),
                    OptionalDouble.of(60),
                    OptionalDouble.of(59))),
            new Trend.Line(
                "qwen2.5",
                estimate(2, 80, 1),
                List.of(OptionalDouble.of(79), OptionalDouble.of(81)))),
        List.of(new Limit("alert", 50)));
  }

  private static Trend longTrend() {
    var runs = Samples.runs(10_000, 300, 50);
    return new Trend(
        "Ten thousand runs",
        "",
        "ttft, ms",
        "runs in the order measured",
        List.of(
            new Trend.Line(
                "gemma3", estimate(runs), runs.stream().map(OptionalDouble::of).toList())),
        List.of());
  }
}
