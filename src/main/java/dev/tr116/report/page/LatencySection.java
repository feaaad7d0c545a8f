package dev.tr116.report.page;

import dev.tr116.report.page.LatencySamples.Part;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How TTFT and the gaps between chunks are spread, side by side and alone. */
final class LatencySection {
  private LatencySection() {}

  static Optional<Section> of(PageData data) {
    var cells = data.cells();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var samples = cells.parallelStream().map(LatencySamples::of).toList();
    var html = new Html();
    html.p(
        "Every successful call of the measured runs. TTFT runs from the request to the first token;"
            + " a gap is the time between two successive chunks of a stream, which are not always"
            + " one token each. A percentile that the sample cannot support is left out.");
    PageData.notDrawn(cells).ifPresent(html::note);
    var drawn = PageData.drawn(cells).stream().map(CellView::id).toList();
    for (var i = 0; i < cells.size(); i++) {
      if (drawn.contains(cells.get(i).id())) {
        LatencyCharts.write(html, data.backend(), cells.get(i), samples.get(i), i == 0);
      }
    }
    table(Table.of("TTFT of every call", columns("calls")), cells, samples, true).write(html);
    table(Table.of("Gaps between chunks (ITL)", columns("gaps")), cells, samples, false)
        .write(html);
    return Section.of("latency", "TTFT and time between tokens", html);
  }

  private static String[] columns(String n) {
    return new String[] {
      "cell", "agent", "#" + n, "#median, ms", "#p95, ms", "#p99, ms", "#most, ms"
    };
  }

  private static Table table(
      Table table, List<CellView> cells, List<LatencySamples> samples, boolean ttft) {
    for (var i = 0; i < cells.size(); i++) {
      var name = cells.get(i).name();
      (ttft ? samples.get(i).ttft() : samples.get(i).gaps())
          .entrySet()
          .forEach(part -> row(table, name, part));
    }
    return table;
  }

  private static void row(Table table, String cell, Map.Entry<Part, double[]> part) {
    var values = part.getValue();
    var described = Distribution.of(values).orElseThrow();
    table.row(
        Cell.of(cell),
        Cell.of(part.getKey().title()),
        Cell.of(String.valueOf(described.n())),
        Cell.of(Unit.MILLIS.number(described.p50())),
        percentile(values, 0.95),
        percentile(values, 0.99),
        Cell.of(Unit.MILLIS.number(described.max())));
  }

  private static Cell percentile(double[] values, double share) {
    var needs = Percentile.needs(share);
    return values.length < needs
        ? Cell.absent(Optional.of(values.length + " of " + needs))
        : Cell.of(Unit.MILLIS.number(Percentile.of(values, share).orElseThrow().ofSample()));
  }
}
