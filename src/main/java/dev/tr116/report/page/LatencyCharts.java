package dev.tr116.report.page;

import dev.tr116.plan.BackendDescription;
import dev.tr116.report.chart.Ecdf;
import dev.tr116.report.chart.Steps;
import dev.tr116.report.page.LatencySamples.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The distributions of a cell, drawn: each agent side by side and alone. */
final class LatencyCharts {
  /** A chart tells so many curves apart. */
  private static final int MOST_SERIES = 8;

  private LatencyCharts() {}

  static void write(
      Html html, BackendDescription backend, CellView cell, LatencySamples samples, boolean open) {
    if (samples.ttft().isEmpty() && samples.gaps().isEmpty()) {
      return;
    }
    if (open) {
      html.open("details", "class", "picture", "open", "");
    } else {
      html.open("details", "class", "picture");
    }
    html.element("summary", cell.name());
    var note = "Measured on " + backend.phrase() + ".";
    html.open("div", "class", "pair");
    html.chart(
        new Ecdf(
            "TTFT, " + cell.name(),
            note,
            "time to the first token",
            "ms",
            false,
            series(samples.ttft(), Steps::ofRuns)));
    html.chart(
        new Ecdf(
            "Time between chunks, " + cell.name(),
            note,
            "time between chunks (ITL)",
            "ms",
            true,
            series(samples.gaps(), Steps::ofGaps)));
    html.close("div").close("details");
  }

  /** A curve for each agent and part; of many agents one for all side by side, one for alone. */
  private static List<Steps> series(
      Map<Part, double[]> samples, BiFunction<String, double[], Steps> curve) {
    if (samples.size() <= MOST_SERIES) {
      return samples.entrySet().stream()
          .map(each -> curve.apply(each.getKey().title(), each.getValue()))
          .toList();
    }
    var both = new ArrayList<Steps>();
    for (var alone : new boolean[] {false, true}) {
      var values =
          samples.entrySet().stream()
              .filter(each -> each.getKey().alone() == alone)
              .sorted(Comparator.comparing(each -> each.getKey().role()))
              .flatMapToDouble(each -> Arrays.stream(each.getValue()))
              .toArray();
      Stream.of(values)
          .filter(each -> each.length > 0)
          .forEach(
              each ->
                  both.add(
                      curve.apply(
                          alone ? "all agents, each alone" : "all agents side by side", each)));
    }
    return both;
  }
}
