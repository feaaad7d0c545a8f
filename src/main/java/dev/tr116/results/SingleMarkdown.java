package dev.tr116.results;

import static dev.tr116.results.SummaryMarkdown.interval;
import static dev.tr116.results.SummaryMarkdown.number;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.PercentChange;
import dev.tr116.metrics.SingleComparison;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Markdown;
import dev.tr116.plan.Model;
import dev.tr116.statistics.Percentile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suite {@code single} for people: a table of configurations for each model. */
final class SingleMarkdown {
  private static final String MEANING =
      """

      Each agent had the server for itself. Improvement: how much more tokens per second chimera has; reduction: how
      much less TTFT, below 0 where chimera is slower. Both as the mean of each run's percentage, and as the percentage
      of the two means. Load is the load_duration of the unmeasured call that had the server load the model with an
      agent's options; it is in no latency.
      """;

  private SingleMarkdown() {}

  private record Place(String runtime, Model model) {
    static Place of(CellId cell) {
      return new Place(cell.runtime(), cell.model());
    }

    String title() {
      return model.displayName() + (runtime.equals("structured") ? "" : " · " + runtime);
    }
  }

  static void of(StringBuilder text, List<CellMetrics> cells) {
    var places = new LinkedHashMap<Place, Map<String, SingleComparison>>();
    for (var cell : cells) {
      SingleComparison.of(cell)
          .ifPresent(
              comparison ->
                  places
                      .computeIfAbsent(Place.of(cell.id()), any -> new LinkedHashMap<>())
                      .put(cell.id().options(), comparison));
    }
    places.forEach((place, configurations) -> model(text, place, configurations));
  }

  private static void model(
      StringBuilder text, Place place, Map<String, SingleComparison> configurations) {
    text.append("\n## Single agent, ")
        .append(Markdown.plain(place.title()))
        .append('\n')
        .append(MEANING);
    text.append("\n| options | agent | throughput, tok/s | TTFT, ms | latency p50, ms | p95 |");
    text.append(" load, ms |\n|---|---|---|---|---|---|---|\n");
    configurations.forEach(
        (options, comparison) -> {
          side(text, options, "baseline", comparison.baseline());
          side(text, options, "chimera", comparison.chimera());
        });
    text.append("\n| options | improvement, mean of runs | of means | reduction, mean of runs |");
    text.append(" of means |\n|---|---|---|---|---|\n");
    configurations.forEach(
        (options, comparison) -> {
          text.append("| ").append(Markdown.plain(options));
          change(text, comparison.throughputImprovement());
          change(text, comparison.ttftReduction());
          text.append(" |\n");
        });
  }

  private static void side(
      StringBuilder text, String options, String agent, SingleComparison.Side side) {
    text.append("| ").append(Markdown.plain(options)).append(" | ").append(agent);
    text.append(" | ").append(mean(side.throughput()));
    text.append(" | ").append(mean(side.ttft()));
    text.append(" | ").append(percentile(side.latencyP50()));
    text.append(" | ").append(percentile(side.latencyP95()));
    text.append(" | ");
    text.append(side.load().map(load -> number(load.mean()) + " (n " + load.n() + ")").orElse("-"));
    text.append(" |\n");
  }

  private static void change(StringBuilder text, PercentChange change) {
    text.append(" | ").append(number(change.meanOfRuns()));
    text.append(interval(change.meanOfRunsInterval()));
    text.append(" | ").append(number(change.ofMeans()));
    text.append(interval(change.ofMeansInterval()));
  }

  private static String mean(Optional<SingleComparison.Mean> mean) {
    return mean.map(m -> number(m.sample().mean()) + interval(m.interval())).orElse("-");
  }

  private static String percentile(Optional<Percentile> percentile) {
    return percentile
        .map(
            p ->
                p.isSupported()
                    ? number(p.ofSample())
                    : "refused, " + p.n() + " of " + Percentile.needs(p.share()) + " runs")
        .orElse("-");
  }
}
