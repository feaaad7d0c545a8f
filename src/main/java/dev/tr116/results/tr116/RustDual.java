package dev.tr116.results.tr116;

import dev.tr116.plan.Model;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** The {@code metrics.json} of a dual run of the Rust harness: two calls an agent, times in s. */
final class RustDual {
  private static final double PER_SECOND = 1000;

  private RustDual() {}

  static boolean fits(RawFile file) {
    return file.has("/summary") && file.has("/collector/result");
  }

  static ImportedRun read(RawFile file) {
    var collector = calls(file.part("/collector"));
    var insight = calls(file.part("/insight"));
    return new ImportedRun(
        Harness.RUST,
        new Model(file.text("/collector/config/model")).displayName(),
        file.text("/scenario").replace('_', '-'),
        file.count("/run_number"),
        stored(file.part("/summary")),
        file.wall("/summary/concurrent_wall_time_s", PER_SECOND),
        file.wall("/summary/sequential_estimated_s", PER_SECOND),
        agent(file.part("/collector"), collector),
        agent(file.part("/insight"), insight),
        (int)
            (collector.stream().filter(call -> !call.counted()).count()
                + insight.stream().filter(call -> !call.counted()).count()));
  }

  private static StoredFigures stored(RawFile summary) {
    return new StoredFigures(
        OptionalDouble.of(summary.number("/concurrency_speedup")),
        OptionalDouble.of(summary.number("/efficiency_percent")),
        OptionalDouble.of(summary.number("/throughput_delta")),
        OptionalDouble.of(summary.number("/ttft_delta_ms")),
        Optional.of(summary.node().at("/resource_contention_detected").asBoolean()));
  }

  private static List<RustCall> calls(RawFile agent) {
    return agent.list("/result/llm_calls").stream()
        .map(call -> RustCall.of(call.part("/metrics")))
        .toList();
  }

  private static ImportedAgent agent(RawFile agent, List<RustCall> calls) {
    return new ImportedAgent(
        agent.wall("/execution_time_s", PER_SECOND),
        calls.stream().mapToDouble(call -> call.throughput().orElse(0)).average(),
        calls.stream().mapToDouble(call -> call.ttft().orElse(0)).average(),
        OptionalLong.of(calls.stream().mapToLong(call -> call.tokens().orElse(0)).sum()),
        sum(calls, RustCall::promptEval),
        sum(calls, RustCall::eval),
        sum(calls, RustCall::load),
        agent.context("/config/options/num_ctx"));
  }

  private static OptionalDouble sum(
      List<RustCall> calls, Function<RustCall, OptionalDouble> duration) {
    return OptionalDouble.of(
        calls.stream().map(duration).mapToDouble(value -> value.orElse(0)).sum());
  }
}
