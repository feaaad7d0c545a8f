package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.OwnStage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One stage of an agent's work: a call, or work of its own such as reading files. Times in ms.
 *
 * @param name e.g. {@code analysis}
 * @param start from the barrier: to {@code sent} for a call, or to its intended moment when nothing
 *     was sent
 * @param wall from there to the stage's end
 * @param call what the call means; empty for work of the agent's own
 */
public record StageMetrics(String name, double start, double wall, Optional<CallMetrics> call) {
  /** The stages of an agent in order of time; they do not overlap. */
  static List<StageMetrics> of(AgentRun run) {
    var barrier = barrier(run);
    return Stream.concat(
            run.own().stream().map(stage -> of(stage, barrier)),
            run.calls().stream()
                .map(
                    call -> {
                      var stamps = call.stamps();
                      var began = stamps.sent().orElse(stamps.intended());
                      return new StageMetrics(
                          call.stage(),
                          Nanos.toMillis(began - barrier),
                          Nanos.toMillis(stamps.closed() - began),
                          Optional.of(CallMetrics.of(call)));
                    }))
        .sorted(Comparator.comparingDouble(StageMetrics::start))
        .toList();
  }

  /** Time to the first token; empty for work of the agent's own. */
  public OptionalDouble ttft() {
    return call.map(CallMetrics::ttft).orElse(OptionalDouble.empty());
  }

  /** Tokens per second; empty for work of the agent's own. */
  public OptionalDouble decodeRate() {
    return call.map(CallMetrics::decodeRate).orElse(OptionalDouble.empty());
  }

  private static StageMetrics of(OwnStage stage, long barrier) {
    return new StageMetrics(
        stage.name(),
        Nanos.toMillis(stage.started() - barrier),
        Nanos.toMillis(stage.ended() - stage.started()),
        Optional.empty());
  }

  /**
   * The first call is meant to start with the barrier; without a call the agent's start is near.
   */
  private static long barrier(AgentRun run) {
    return run.calls().isEmpty() ? run.started() : run.calls().getFirst().stamps().intended();
  }
}
