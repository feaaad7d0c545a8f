package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Definitions;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

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
    var measured = verdicts.stream().map(CellVerdict::cell).toList();
    json.set("runtimes", RuntimesJson.of(measured));
    json.set("models", SpreadJson.models(measured));
    json.set("single", SingleJson.of(measured));
    json.set("scaling", ScalingJson.of(measured));
    json.set("correlations_by_model", SpreadJson.correlations(measured));
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
    json.set("runs_left_out", leftOut(cell));
    var failedSolo = json.putArray("runs_with_failed_solo");
    cell.withFailedSolo().forEach(run -> failedSolo.add(run.number()));
    Json.put(json, "error_rate_percent", cell.errorRatePercent());
    Json.put(json, "contention_rate_percent", cell.contentionRatePercent());
    json.put("outcome", verdict.outcome().name());
    json.put("enforced", verdict.enforced());
    var metrics = json.putObject("metrics");
    for (var figure : SummaryFigure.of(cell)) {
      metrics.set(figure.name(), figure(cell, figure));
    }
    metrics.set("ttft_ms", ttft(cell));
    json.set("stages", StageSummary.json(cell));
    json.set("outliers", SpreadJson.outliers(cell));
    json.set("reruns", Reruns.json(cell));
    json.set("correlations", SpreadJson.correlations(cell));
    json.set("loss", LossJson.means(cell));
    json.set("energy", energy(cell));
    var verdicts = json.putArray("verdicts");
    verdict.verdicts().forEach(each -> verdicts.add(MetricsJson.verdict(each)));
    return json;
  }

  private static @Nullable ObjectNode energy(CellMetrics cell) {
    if (!EnergyFigures.isAny(cell)) {
      return null;
    }
    var json = Json.object();
    Json.put(json, "source", EnergyFigures.source(cell));
    for (var figure : EnergyFigures.all()) {
      json.set(figure.name(), figure(cell, figure));
    }
    return json;
  }

  private static ArrayNode leftOut(CellMetrics cell) {
    var runs = Json.object().arrayNode();
    cell.leftOut()
        .forEach((run, reason) -> runs.addObject().put("run", run.number()).put("why", reason));
    return runs;
  }

  static @Nullable ObjectNode figure(CellMetrics cell, SummaryFigure figure) {
    return cell.over(figure.ofRun())
        .map(
            sample ->
                figure(
                    sample,
                    cell.missing(figure.ofRun()),
                    cell.interval(figure.ofRun()),
                    share -> cell.percentile(figure.ofRun(), share)))
        .orElse(null);
  }

  /** Every call's TTFT; calls of one run are no runs, so their mean has no interval here. */
  private static @Nullable ObjectNode ttft(CellMetrics cell) {
    var calls =
        cell.measured().stream()
            .flatMap(run -> run.agents().stream())
            .mapToInt(agent -> agent.ttfts().size())
            .sum();
    return cell.ttft()
        .map(sample -> figure(sample, calls - sample.n(), Optional.empty(), cell::ttft))
        .orElse(null);
  }

  private static ObjectNode figure(
      Distribution sample,
      int missing,
      Optional<Interval> interval,
      DoubleFunction<Optional<Percentile>> percentile) {
    var json = Json.object();
    json.put("n", sample.n());
    json.put("missing", missing);
    json.put("mean", sample.mean());
    json.set("interval", Json.interval(interval));
    Json.put(json, "std", sample.standardDeviation());
    Json.put(json, "cv_percent", sample.coefficientOfVariation());
    json.put("min", sample.min());
    json.put("p50", sample.p50());
    percentile(json, "p95", percentile.apply(0.95));
    percentile(json, "p99", percentile.apply(0.99));
    json.put("max", sample.max());
    return json;
  }

  /** A percentile that the sample does not support is {@code null}; beside it how many would. */
  private static void percentile(ObjectNode json, String name, Optional<Percentile> percentile) {
    json.put(
        name, percentile.filter(Percentile::isSupported).map(Percentile::ofSample).orElse(null));
    json.put(name + "_needs", percentile.map(p -> Percentile.needs(p.share())).orElse(null));
  }
}
