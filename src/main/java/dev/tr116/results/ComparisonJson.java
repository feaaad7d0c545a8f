package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.Definitions;
import dev.tr116.plan.CellId;
import dev.tr116.slo.Regression;
import dev.tr116.slo.Regression.Side;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.slo.RegressionVerdict.Compared;
import dev.tr116.statistics.TwoSamples;

/** The {@code comparison.json} of a session that was compared with an earlier one. */
final class ComparisonJson {
  private ComparisonJson() {}

  static ObjectNode of(RegressionVerdict verdict) {
    var json = Json.object();
    json.put("definitions", Definitions.VERSION);
    json.set("session", session(verdict.here()));
    json.set("baseline", session(verdict.there()));
    json.set("backend", BackendJson.of(verdict.backend()));
    json.put("outcome", verdict.outcome().name());
    json.put("enforced", verdict.enforced());
    json.put("min_effect_percent", verdict.minEffectPercent());
    var comparisons = json.putArray("comparisons");
    verdict.regressions().forEach(each -> comparisons.add(comparison(each)));
    var refused = json.putArray("refused");
    verdict
        .refused()
        .forEach(
            (cell, differences) -> {
              var entry = cell(cell);
              var fields = entry.putArray("differences");
              differences.forEach(fields::add);
              refused.add(entry);
            });
    var here = json.putArray("only_in_session");
    verdict.onlyHere().forEach(cell -> here.add(cell(cell)));
    var there = json.putArray("only_in_baseline");
    verdict.onlyThere().forEach(cell -> there.add(cell(cell)));
    return json;
  }

  private static ObjectNode session(Compared session) {
    var json = Json.object();
    json.put("name", session.name());
    json.put("runs_left_out", session.leftOut());
    return json;
  }

  private static ObjectNode cell(CellId cell) {
    var json = Json.object();
    json.put("suite", cell.suite());
    json.put("runtime", cell.runtime());
    json.put("model", cell.model().tag());
    json.put("scenario", cell.scenario());
    json.put("options", cell.options());
    return json;
  }

  private static ObjectNode comparison(Regression each) {
    var json = cell(each.cell());
    json.put("metric", each.metric().name());
    json.put("unit", each.metric().unit());
    json.put("better", each.metric().better().name());
    json.set("before", side(each.before()));
    json.set("now", side(each.now()));
    json.put("ratio", each.compared().map(TwoSamples::ratio).orElse(null));
    json.put("ratio_low", each.compared().map(two -> two.interval().low()).orElse(null));
    json.put("ratio_high", each.compared().map(two -> two.interval().high()).orElse(null));
    json.put("p", each.compared().map(TwoSamples::p).filter(Double::isFinite).orElse(null));
    Json.put(json, "p_holm", each.adjustedP());
    json.put("change", each.change().name());
    json.put("why", each.why());
    return json;
  }

  private static ObjectNode side(Side side) {
    var json = Json.object();
    json.put("n", side.n());
    json.put("absent", side.absent());
    Json.put(json, "mean", side.mean());
    return json;
  }
}
