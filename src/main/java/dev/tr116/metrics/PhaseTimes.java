package dev.tr116.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * An agent's wall time by phase, or the difference of two; the phases add up to the whole. ms where
 * nothing else is said.
 *
 * @param load loading the model
 * @param queue on the server, in no other phase
 * @param prefill reading the prompt
 * @param decode generating
 * @param client everything the server does not account for: client, network, the agent itself
 */
public record PhaseTimes(double load, double queue, double prefill, double decode, double client) {
  /** The phases of an agent's calls; nothing where a server tells no total or an agent no call. */
  static Optional<PhaseTimes> of(List<CallMetrics> calls, double wall) {
    if (calls.isEmpty() || calls.stream().anyMatch(call -> call.total().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new PhaseTimes(
            sum(calls, CallMetrics::load),
            sum(calls, CallMetrics::queue),
            sum(calls, CallMetrics::promptEval),
            sum(calls, CallMetrics::eval),
            wall - sum(calls, CallMetrics::total)));
  }

  /** Phase by phase; empty for no times at all. */
  static Optional<PhaseTimes> mean(List<PhaseTimes> times) {
    return times.stream()
        .reduce((a, b) -> a.with(b, Double::sum))
        .map(sum -> sum.map(phase -> phase / times.size()));
  }

  /** How much longer each phase took than in the other. */
  PhaseTimes minus(PhaseTimes other) {
    return with(other, (a, b) -> a - b);
  }

  /** The same change to every phase. */
  PhaseTimes map(DoubleUnaryOperator change) {
    return with(this, (phase, same) -> change.applyAsDouble(phase));
  }

  /** All phases together. */
  public double sum() {
    return load + queue + prefill + decode + client;
  }

  private PhaseTimes with(PhaseTimes other, DoubleBinaryOperator both) {
    return new PhaseTimes(
        both.applyAsDouble(load, other.load),
        both.applyAsDouble(queue, other.queue),
        both.applyAsDouble(prefill, other.prefill),
        both.applyAsDouble(decode, other.decode),
        both.applyAsDouble(client, other.client));
  }

  /** A phase that a server omits took no time. */
  private static double sum(List<CallMetrics> calls, Function<CallMetrics, OptionalDouble> phase) {
    return calls.stream().mapToDouble(call -> phase.apply(call).orElse(0)).sum();
  }
}
