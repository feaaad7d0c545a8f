package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.PercentChange;
import dev.tr116.metrics.SingleComparison;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Optional;

/** What a summary says of the suite {@code single}: baseline against chimera options. */
final class SingleJson {
  private SingleJson() {}

  /** One for each cell that was measured. */
  static ArrayNode of(List<CellMetrics> cells) {
    var json = Json.object().arrayNode();
    for (var cell : cells) {
      SingleComparison.of(cell)
          .ifPresent(
              comparison -> {
                var each = json.addObject();
                each.put("runtime", cell.id().runtime());
                each.put("model", cell.id().model().tag());
                each.put("options", cell.id().options());
                each.put("runs", cell.measured().size());
                each.set("baseline", side(comparison.baseline()));
                each.set("chimera", side(comparison.chimera()));
                each.set(
                    "throughput_improvement_percent", change(comparison.throughputImprovement()));
                each.set("ttft_reduction_percent", change(comparison.ttftReduction()));
              });
    }
    return json;
  }

  private static ObjectNode side(SingleComparison.Side side) {
    var json = Json.object();
    json.set("throughput_tok_s", mean(side.throughput()));
    json.set("ttft_ms", mean(side.ttft()));
    var latency = json.putObject("latency_ms");
    latency.put("n", side.latencyP50().map(Percentile::n).orElse(0));
    percentile(latency, "p50", side.latencyP50());
    percentile(latency, "p95", side.latencyP95());
    var load = json.putObject("load_ms");
    load.put("n", side.load().map(Distribution::n).orElse(0));
    load.put("mean", side.load().map(Distribution::mean).orElse(null));
    return json;
  }

  private static ObjectNode mean(Optional<SingleComparison.Mean> mean) {
    var json = Json.object();
    json.put("n", mean.map(m -> m.sample().n()).orElse(0));
    json.put("mean", mean.map(m -> m.sample().mean()).orElse(null));
    json.set("interval", Json.interval(mean.flatMap(SingleComparison.Mean::interval)));
    return json;
  }

  private static void percentile(ObjectNode json, String name, Optional<Percentile> percentile) {
    json.put(
        name, percentile.filter(Percentile::isSupported).map(Percentile::ofSample).orElse(null));
    json.put(name + "_needs", percentile.map(p -> Percentile.needs(p.share())).orElse(null));
  }

  private static ObjectNode change(PercentChange change) {
    var json = Json.object();
    json.put("n", change.pairs());
    Json.put(json, "mean_of_runs", change.meanOfRuns());
    json.set("mean_of_runs_interval", Json.interval(change.meanOfRunsInterval()));
    Json.put(json, "of_means", change.ofMeans());
    json.set("of_means_interval", Json.interval(change.ofMeansInterval()));
    return json;
  }
}
