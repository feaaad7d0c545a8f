package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Scaling;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.HighestMean;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.ScalabilityFit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What a summary says of the suite {@code scaling}: speed by the number of agents. */
final class ScalingJson {
  private ScalingJson() {}

  /** One for each runtime, model and options. */
  static ArrayNode of(List<CellMetrics> cells) {
    var json = Json.object().arrayNode();
    for (var scaling : Scaling.of(cells)) {
      var each = json.addObject();
      each.put("runtime", scaling.runtime());
      each.put("model", scaling.model().tag());
      each.put("options", scaling.options());
      var sizes = each.putArray("by_agents");
      scaling.cells().forEach((agents, cell) -> sizes.add(size(agents, cell)));
      each.set("usl", fit(scaling.fit()));
      each.set("usl_levelled", fit(scaling.fitLevelled()));
      Json.put(each, "usl_missing", scaling.fitMissing());
      each.set("best", best(scaling.best()));
    }
    return json;
  }

  private static ObjectNode size(int agents, CellMetrics cell) {
    var json = Json.object();
    json.put("agents", agents);
    json.put("runs", cell.measured().size());
    figure(json, cell, "concurrent_wall_time_ms", DualRunMetrics::concurrentWall);
    figure(json, cell, "concurrency_speedup", DualRunMetrics::concurrencySpeedup);
    figure(json, cell, "true_speedup", DualRunMetrics::trueSpeedup);
    figure(json, cell, "true_speedup_levelled", DualRunMetrics::trueSpeedupLevelled);
    figure(json, cell, "mean_slowdown", DualRunMetrics::meanSlowdown);
    figure(json, cell, "fairness", DualRunMetrics::fairness);
    return json;
  }

  private static void figure(
      ObjectNode json,
      CellMetrics cell,
      String name,
      Function<DualRunMetrics, OptionalDouble> figure) {
    var sample = cell.over(figure);
    var each = json.putObject(name);
    each.put("n", sample.map(Distribution::n).orElse(0));
    each.put("mean", sample.map(Distribution::mean).orElse(null));
    each.set("interval", Json.interval(cell.interval(figure)));
  }

  private static JsonNode fit(Optional<ScalabilityFit> fit) {
    if (fit.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    var json = Json.object();
    json.put("sigma", fit.get().law().sigma());
    json.set("sigma_interval", Json.interval(fit.get().sigma()));
    json.put("kappa", fit.get().law().kappa());
    json.set("kappa_interval", Json.interval(fit.get().kappa()));
    Json.put(json, "r_squared", fit.get().rSquared());
    Json.put(json, "peak_agents", fit.get().law().peak());
    json.set("peak_agents_interval", openAbove(fit.get().peak()));
    return json;
  }

  /** An upper end of {@code null} says that there is none. */
  private static JsonNode openAbove(Optional<Interval> interval) {
    return interval
        .<JsonNode>map(
            i ->
                JsonNodeFactory.instance
                    .arrayNode()
                    .add(i.low())
                    .add(Double.isFinite(i.high()) ? Double.valueOf(i.high()) : null))
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  private static JsonNode best(Optional<HighestMean> best) {
    if (best.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    var json = Json.object();
    json.put("agents", best.get().at());
    var alike = json.putArray("cannot_be_told_apart");
    best.get().alike().forEach(alike::add);
    json.put(
        "recommended",
        best.get().smallest().isPresent()
            ? Integer.valueOf(best.get().smallest().getAsInt())
            : null);
    return json;
  }
}
