package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.slo.RuntimeComparison;
import dev.tr116.slo.RuntimeFigure;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.TwoSamples;
import java.util.List;

/** How runtimes compare, in the {@code summary.json} of a session. */
final class RuntimesJson {
  private RuntimesJson() {}

  static ArrayNode of(List<CellMetrics> cells) {
    var json = Json.object().arrayNode();
    RuntimeComparison.of(cells).forEach(each -> json.add(of(each)));
    return json;
  }

  private static ObjectNode of(RuntimeComparison each) {
    var id = each.cell().id();
    var json = Json.object();
    json.put("suite", id.suite());
    json.put("model", id.model().tag());
    json.put("scenario", id.scenario());
    json.put("options", id.options());
    json.put("figure", each.figure().key());
    json.set("reference", side(each.reference(), each.figure()));
    json.set("compared", side(each.cell(), each.figure()));
    json.put("ratio", each.compared().map(TwoSamples::ratio).orElse(null));
    json.set("ratio_interval", Json.interval(each.compared().map(TwoSamples::interval)));
    Json.put(json, "p", each.p());
    Json.put(json, "p_holm", each.adjustedP());
    return json;
  }

  private static ObjectNode side(CellMetrics cell, RuntimeFigure figure) {
    var json = Json.object();
    var sample = cell.over(figure.ofRun());
    json.put("runtime", cell.id().runtime());
    json.put("n", sample.map(Distribution::n).orElse(0));
    json.put("missing", cell.missing(figure.ofRun()));
    json.put("mean", sample.map(Distribution::mean).orElse(null));
    json.set("interval", Json.interval(cell.interval(figure.ofRun())));
    return json;
  }
}
