package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.Definitions;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Distribution;
import java.util.List;

/** The {@code summary.json} of a cell and of a session. */
final class SummaryJson {
  private SummaryJson() {}

  static ObjectNode of(Session session, List<CellVerdict> verdicts) {
    var json = Json.object();
    json.put("definitions", Definitions.VERSION);
    json.put("session", session.name());
    json.set("backend", BackendJson.of(session.backend()));
    var cells = json.putArray("cells");
    verdicts.forEach(verdict -> cells.add(of(verdict)));
    return json;
  }

  static ObjectNode of(CellVerdict verdict) {
    var cell = verdict.cell();
    var json = Json.object();
    json.put("definitions", Definitions.VERSION);
    json.put("suite", cell.id().suite());
    json.put("runtime", cell.id().runtime());
    json.put("model", cell.id().model().tag());
    json.put("scenario", cell.id().scenario());
    json.put("options", cell.id().options());
    json.set("backend", BackendJson.of(verdict.backend()));
    json.put("runs_planned", verdict.plannedRuns());
    json.put("runs_recorded", cell.runs().size());
    json.put("runs_measured", cell.measured().size());
    Json.put(json, "error_rate_percent", cell.errorRatePercent());
    Json.put(json, "contention_rate_percent", cell.contentionRatePercent());
    json.put("outcome", verdict.outcome().name());
    json.put("enforced", verdict.enforced());
    var metrics = json.putObject("metrics");
    for (var figure : SummaryFigure.all()) {
      metrics.set(
          figure.name(), figure.sample().apply(cell).map(SummaryJson::distribution).orElse(null));
    }
    metrics.set("ttft_ms", cell.ttft().map(SummaryJson::distribution).orElse(null));
    var verdicts = json.putArray("verdicts");
    verdict.verdicts().forEach(each -> verdicts.add(MetricsJson.verdict(each)));
    return json;
  }

  private static ObjectNode distribution(Distribution sample) {
    var json = Json.object();
    json.put("n", sample.n());
    json.put("mean", sample.mean());
    Json.put(json, "std", sample.standardDeviation());
    Json.put(json, "cv_percent", sample.coefficientOfVariation());
    json.put("min", sample.min());
    json.put("p50", sample.p50());
    json.put("p95_of_sample", sample.p95());
    json.put("max", sample.max());
    return json;
  }
}
