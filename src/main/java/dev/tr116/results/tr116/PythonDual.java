package dev.tr116.results.tr116;

import java.util.Optional;
import java.util.OptionalDouble;

/** The {@code metrics.json} of a dual run of the Python harness: one call an agent, times in ms. */
final class PythonDual {
  private PythonDual() {}

  static boolean fits(RawFile file) {
    return file.has("/concurrent_wall_time_ms") || file.has("/sequential_estimate_ms");
  }

  static ImportedRun read(RawFile file, String model) {
    var collector = agent(file.part("/collector"));
    var insight = agent(file.part("/insight"));
    return new ImportedRun(
        Harness.PYTHON,
        model,
        file.text("/scenario").replace('_', '-'),
        file.count("/run_number"),
        new StoredFigures(
            OptionalDouble.of(file.number("/concurrency_speedup")),
            OptionalDouble.of(file.number("/efficiency_percent")),
            OptionalDouble.of(file.number("/throughput_delta")),
            OptionalDouble.of(file.number("/ttft_delta_ms")),
            Optional.empty()),
        file.wall("/concurrent_wall_time_ms", 1),
        file.wall("/sequential_estimate_ms", 1),
        collector,
        insight,
        (collector.eval().isEmpty() ? 1 : 0) + (insight.eval().isEmpty() ? 1 : 0));
  }

  /** Its ttft is the server's prefill, its total the sum of prefill and decode. */
  private static ImportedAgent agent(RawFile agent) {
    var metrics = agent.part("/metrics");
    var prefill = metrics.millis("/ttft_ms");
    var tokens = metrics.tokens("/tokens_generated");
    var eval = metrics.millis("/total_duration_ms").orElseThrow() - prefill.orElseThrow();
    if (eval < 0) {
      throw new ImportException(
          metrics.source(), "total_duration_ms is below ttft_ms, which is a part of it");
    }
    return new ImportedAgent(
        metrics.wall("/wall_clock_ms", 1),
        metrics.rate("/throughput_tokens_per_sec"),
        prefill,
        tokens,
        prefill,
        eval > 0 && tokens.orElse(0) > 0 ? OptionalDouble.of(eval) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        agent.context("/options/num_ctx"));
  }
}
