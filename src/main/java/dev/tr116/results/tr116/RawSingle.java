package dev.tr116.results.tr116;

import dev.tr116.plan.Model;
import java.util.List;
import java.util.OptionalDouble;

/** The single-agent {@code metrics.json} of either harness. */
final class RawSingle {
  private RawSingle() {}

  static boolean isRust(RawFile file) {
    return file.has("/baseline/llm_calls");
  }

  static boolean isPython(RawFile file) {
    return file.node().isArray();
  }

  static ImportedSingle rust(RawFile file) {
    return new ImportedSingle(
        Harness.RUST,
        new Model(file.text("/chimera/model")).displayName(),
        file.count("/chimera/configuration/num_gpu"),
        file.count("/chimera/configuration/num_ctx"),
        calls(file, "/baseline/llm_calls"),
        calls(file, "/chimera/llm_calls"));
  }

  static ImportedSingle python(RawFile file) {
    if (file.node().isEmpty()) {
      throw new ImportException(file.source(), "holds no run; leave the file out");
    }
    var runs = file.list("");
    var first = runs.getFirst();
    return new ImportedSingle(
        Harness.PYTHON,
        new Model(first.text("/chimera_results/model")).displayName(),
        first.count("/chimera_results/config/num_gpu"),
        first.count("/chimera_results/config/num_ctx"),
        runs.stream().map(run -> side(run, "/baseline_results")).toList(),
        runs.stream().map(run -> side(run, "/chimera_results")).toList());
  }

  private static List<SingleSample> calls(RawFile file, String pointer) {
    return file.list(pointer).stream()
        .map(
            call -> {
              var metrics = RustCall.of(call.part("/metrics"));
              return sample(call.count("/run_number"), metrics);
            })
        .toList();
  }

  static SingleSample sample(int run, RustCall call) {
    return new SingleSample(
        run,
        call.counted() ? call.throughput() : OptionalDouble.empty(),
        call.ttft(),
        call.tokens(),
        call.counted() ? call.eval() : OptionalDouble.empty());
  }

  private static SingleSample side(RawFile run, String side) {
    var metrics = run.part(side + "/metrics/aggregate_metrics");
    return new SingleSample(
        run.count("/run_number"),
        metrics.rate("/average_tokens_per_second"),
        metrics.millis("/average_ttft_ms"),
        metrics.tokens("/total_tokens_generated"),
        OptionalDouble.empty());
  }
}
