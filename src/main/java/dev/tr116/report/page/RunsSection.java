package dev.tr116.report.page;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.RunId;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.results.KeptBlock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every run, as a table and as CSV; of a long session the runs at the edges and in the middle. */
final class RunsSection {
  private static final int EDGE = 20;
  private static final int MOST_CELLS = 100;

  private static final Comparator<KeptBlock> WORST_FIRST =
      Comparator.<KeptBlock>comparingDouble(
              block -> block.stored().metrics().trueSpeedup().orElse(Double.MAX_VALUE))
          .thenComparingLong(block -> block.run().released() - block.run().ended());

  private RunsSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var all = data.recorded();
    if (all == 0) {
      return Optional.empty();
    }
    var whole = all <= PageData.MOST_RUNS;
    if (!whole) {
      html.p(
          all
              + " runs are too many for a page. Shown are the "
              + EDGE
              + " with the lowest true speedup or, where there is none, the longest time, and of up"
              + " to "
              + MOST_CELLS
              + " cells the run in the middle. Every run stands in analysis.csv beside this page.");
    }
    var table =
        Table.of(
                whole ? "Every run" : "Some runs",
                "run",
                "status",
                "#" + Measure.WALL.column(),
                "#" + Measure.SPEEDUP.column(),
                "#" + Measure.EFFICIENCY.column(),
                "#" + Measure.TRUE_SPEEDUP.column(),
                "#" + Measure.TRUE_EFFICIENCY.column(),
                "#" + Measure.TTFT.column() + ", mean of agents",
                "#" + Measure.THROUGHPUT.column() + ", mean of agents",
                "why not")
            .marked("runs");
    (whole ? data.runs().toList() : some(data)).forEach(run -> row(table, data, run));
    if (whole) {
      tools(html);
    }
    table.write(html);
    if (whole) {
      csv(html, data);
    } else {
      html.open("p").open("a", "href", "analysis.csv").text("analysis.csv").close("a").close("p");
    }
    return Section.of("runs", "Runs and raw numbers", html);
  }

  private static void row(Table table, PageData data, KeptBlock block) {
    var run = block.stored().metrics();
    table.row(
        Cell.link(run.id().toString(), data.link(run.id().directory().resolve("metrics.json"))),
        Cell.of(block.stored().status().word()),
        figure(Measure.WALL, run),
        figure(Measure.SPEEDUP, run),
        figure(Measure.EFFICIENCY, run),
        figure(Measure.TRUE_SPEEDUP, run),
        figure(Measure.TRUE_EFFICIENCY, run),
        figure(Measure.TTFT, run),
        figure(Measure.THROUGHPUT, run),
        Cell.of(why(run)));
  }

  private static Cell figure(Measure measure, DualRunMetrics run) {
    return Cell.of(measure.unit().number(finite(measure.ofRun().apply(run))));
  }

  private static OptionalDouble finite(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }

  private static String why(DualRunMetrics run) {
    return run.doubts().isEmpty()
        ? run.trueSpeedupMissing().orElse("")
        : String.join("; ", run.doubts());
  }

  private static Collection<KeptBlock> some(PageData data) {
    var chosen = new LinkedHashMap<RunId, KeptBlock>();
    data.runs().sorted(WORST_FIRST).limit(EDGE).forEach(run -> chosen.put(run.run().id(), run));
    data.cells().stream()
        .limit(MOST_CELLS)
        .forEach(
            cell -> {
              var sorted = cell.stored().runs().stream().sorted(WORST_FIRST).toList();
              var middle = sorted.get(sorted.size() / 2);
              chosen.put(middle.run().id(), middle);
            });
    return chosen.values();
  }

  /** Shown by the script, which they need. */
  private static void tools(Html html) {
    html.open("div", "class", "tools");
    html.open("label", "hidden", "").text("Show runs with ");
    html.open("input", "id", "filter-runs", "type", "search", "autocomplete", "off");
    html.close("label");
    html.element("span", "", "id", "filter-said", "role", "status");
    html.element("button", "Copy all as CSV", "id", "copy-csv", "type", "button", "hidden", "");
    html.element("span", "", "id", "copy-said", "role", "status");
    html.close("div");
  }

  private static void csv(Html html, PageData data) {
    html.open("details").element("summary", "Every figure of every run as CSV, at full precision");
    html.open("label", "for", "csv")
        .text("The same as analysis.csv beside this page")
        .close("label");
    html.open("textarea", "id", "csv", "readonly", "", "spellcheck", "false");
    html.lines(data.stored().analysisCsv());
    html.close("textarea").close("details");
  }
}
