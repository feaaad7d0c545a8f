package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.statistics.Distribution;
import dev.tr116.trace.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All runs of one cell. Figures come from the runs that were measured whole; failed ones are
 * counted.
 *
 * @param id which cell
 * @param runs every run, failed ones too
 */
public record CellMetrics(CellId id, List<DualRunMetrics> runs) {
  public CellMetrics {
    runs = List.copyOf(runs);
  }

  /** The runs that were measured whole and can be trusted: the ones figures come from. */
  public List<DualRunMetrics> measured() {
    return runs.stream().filter(DualRunMetrics::isValid).toList();
  }

  /** One figure over the measured runs that have it; nothing when none has. */
  public Optional<Distribution> over(Function<DualRunMetrics, OptionalDouble> figure) {
    return Distribution.of(
        measured().stream()
            .map(figure)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray());
  }

  /** One agent's figure over the measured runs that have it; nothing when none has. */
  public Optional<Distribution> over(
      AgentRole role, Function<AgentMetrics, OptionalDouble> figure) {
    return over(run -> run.agent(role).map(figure).orElse(OptionalDouble.empty()));
  }

  /** TTFT of every agent in every measured run, ms; nothing when none was measured. */
  public Optional<Distribution> ttft() {
    return Distribution.of(
        measured().stream()
            .flatMap(run -> run.agents().stream())
            .map(AgentMetrics::ttft)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray());
  }

  /** Share of measured runs in which contention was detected, percent. */
  public OptionalDouble contentionRatePercent() {
    return share(
        measured().stream().filter(DualRunMetrics::contentionDetected).count(), measured().size());
  }

  /** Share of {@link #countedCalls()} that failed, percent. */
  public OptionalDouble errorRatePercent() {
    var calls = countedCalls();
    return share(calls.stream().filter(call -> !call.succeeded()).count(), calls.size());
  }

  /**
   * Every call, alone or side by side, that succeeded or failed of itself: one that we ended
   * because the other agent failed is neither.
   */
  public List<CallMetrics> countedCalls() {
    return runs.stream()
        .flatMap(run -> run.agents().stream())
        .flatMap(agent -> Stream.concat(agent.calls().stream(), agent.soloCalls().stream()))
        .filter(call -> call.failure().map(f -> f.kind() != FailureKind.CANCELLED).orElse(true))
        .toList();
  }

  private static OptionalDouble share(long part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
  }
}
