package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.EfficiencyCorrelation;
import dev.tr116.metrics.ModelCorrelation;
import dev.tr116.metrics.ModelVariance;
import dev.tr116.metrics.RunOutliers;
import java.util.List;

/** What a summary says of how runs differ: outliers, correlations, models. */
final class SpreadJson {
  private SpreadJson() {}

  static ArrayNode outliers(CellMetrics cell) {
    var json = Json.object().arrayNode();
    for (var outliers : RunOutliers.of(cell)) {
      var each = json.addObject();
      each.put("role", outliers.role().name());
      each.put("figure", outliers.figure());
      each.put("median", outliers.median());
      each.put("mad", outliers.deviation());
      var beyond = each.putArray("runs_beyond_2_mad");
      outliers.beyondTwoDeviations().forEach(beyond::add);
      var flagged = each.putArray("runs_flagged");
      outliers.flagged().forEach(flagged::add);
    }
    return json;
  }

  static ArrayNode correlations(List<CellMetrics> cells) {
    var json = Json.object().arrayNode();
    for (var each : ModelCorrelation.of(cells)) {
      var model = json.addObject();
      model.put("suite", each.suite());
      model.put("runtime", each.runtime());
      model.put("model", each.model().tag());
      put(model, each.correlation());
    }
    return json;
  }

  static ObjectNode correlations(CellMetrics cell) {
    return put(Json.object(), EfficiencyCorrelation.of(cell.measured()));
  }

  private static ObjectNode put(ObjectNode json, EfficiencyCorrelation correlation) {
    json.put("n", correlation.n());
    Json.put(json, "efficiency_with_throughput_delta", correlation.signed());
    Json.put(json, "efficiency_with_absolute_throughput_delta", correlation.absolute());
    return json;
  }

  static ArrayNode models(List<CellMetrics> cells) {
    var json = Json.object().arrayNode();
    for (var variance : ModelVariance.of(cells)) {
      var each = json.addObject();
      each.put("suite", variance.suite());
      each.put("runtime", variance.runtime());
      each.put("figure", "efficiency_percent");
      var runs = each.putObject("runs");
      variance.runs().forEach((model, n) -> runs.put(model.tag(), n));
      each.put("between_variance", variance.split().between());
      each.put("within_variance", variance.split().within());
      each.put("between_percent_tr116", variance.split().betweenPercent());
      each.put("eta_squared", variance.split().etaSquared());
      each.put("omega_squared", variance.split().omegaSquared());
      each.put("f_test_p", variance.split().p());
    }
    return json;
  }
}
