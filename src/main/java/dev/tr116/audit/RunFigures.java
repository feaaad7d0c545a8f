package dev.tr116.audit;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.results.tr116.ImportedRun;
import dev.tr116.results.tr116.SoloRates;
import dev.tr116.results.tr116.TrueSpeedup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The figures of one dual run. Speedup, efficiency and deltas are those of its harness, with its
 * definitions and signs, computed anew from the parts where the source has the parts.
 */
final class RunFigures {
  private final ImportedRun run;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private RunFigures(ImportedRun run) {
    this.run = run;
  }

  static DataRow of(ImportedRun run, SoloRates rates) {
    var row = new RunFigures(run);
    row.asPublished();
    row.byBothDefinitions();
    TrueSpeedup.of(run, rates)
        .ifPresent(
            speedup -> {
              row.put("true_speedup_decode", OptionalDouble.of(speedup.decodeOnly()));
              row.put("true_speedup_upper", OptionalDouble.of(speedup.withOverhead()));
            });
    var keys = new LinkedHashMap<String, String>();
    keys.put("runtime", run.harness().runtime());
    keys.put("model", run.model());
    keys.put("scenario", run.scenario());
    keys.put("run", Integer.toString(run.run()));
    return new DataRow(keys, row.figures);
  }

  private void asPublished() {
    var stored = run.stored();
    var speedup =
        first(
            run.metrics().map(run.harness()::speedup).orElse(OptionalDouble.empty()),
            stored.speedup());
    put("speedup", speedup);
    put("efficiency_percent", first(times(speedup, 50), stored.efficiencyPercent()));
    var delta =
        first(
            minus(run.insight().throughput(), run.collector().throughput()),
            stored.throughputDelta());
    put("throughput_delta_tok_s", delta);
    if (run.callsWithoutFinalMetrics() == 0) {
      put("throughput_delta_tok_s" + DataSet.WHOLE_ONLY, delta);
    }
    put(
        "ttft_delta_ms",
        first(
            times(minus(run.collector().ttft(), run.insight().ttft()), run.harness().ttftSign()),
            stored.ttftDelta()));
    stored.contention().ifPresent(raised -> put("contention", flag(raised)));
    put("sequential_s", times(run.sequentialEstimate(), 0.001));
    put("wall_s", times(run.wall(), 0.001));
  }

  private void byBothDefinitions() {
    put("efficiency_rust_definition", of(DualRunMetrics::efficiencyPercent));
    put("efficiency_python_definition", times(of(DualRunMetrics::serverTimeSpeedup), 50));
    put("collector_minus_insight_tok_s", of(DualRunMetrics::throughputDelta));
    put("collector_minus_insight_ttft_ms", of(DualRunMetrics::ttftDelta));
    run.metrics()
        .ifPresent(metrics -> put("contention_by_either_rule", flag(metrics.contentionDetected())));
    var stored = run.stored().speedup();
    if (stored.isPresent()) {
      put("speedup_below_1_5", flag(stored.getAsDouble() < 1.5));
    }
    run.insight()
        .contextLength()
        .ifPresent(length -> put("insight_num_ctx", OptionalDouble.of((double) length)));
    put("faster_agent_percent", fasterByPercent());
    put("agent_tokens_per_second", mean(run.collector().throughput(), run.insight().throughput()));
  }

  /** How much faster the faster agent generated, in percent of the slower one. */
  private OptionalDouble fasterByPercent() {
    var collector = run.collector().throughput();
    var insight = run.insight().throughput();
    if (run.callsWithoutFinalMetrics() > 0 || collector.isEmpty() || insight.isEmpty()) {
      return OptionalDouble.empty();
    }
    var slower = Math.min(collector.getAsDouble(), insight.getAsDouble());
    var faster = Math.max(collector.getAsDouble(), insight.getAsDouble());
    return slower > 0 ? OptionalDouble.of(100 * (faster / slower - 1)) : OptionalDouble.empty();
  }

  private OptionalDouble of(Function<DualRunMetrics, OptionalDouble> figure) {
    return run.metrics().map(figure).orElse(OptionalDouble.empty());
  }

  private void put(String name, OptionalDouble value) {
    Measurements.put(figures, name, value);
  }

  private static OptionalDouble flag(boolean raised) {
    return OptionalDouble.of(raised ? 1 : 0);
  }

  private static OptionalDouble first(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() ? a : b;
  }

  private static OptionalDouble times(OptionalDouble a, double factor) {
    return a.isPresent() ? OptionalDouble.of(a.getAsDouble() * factor) : a;
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2)
        : OptionalDouble.empty();
  }
}
