package dev.tr116.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Where the time went: W - (sum T0) / N, split exactly, in ms. A negative part is a gain.
 *
 * @param contention mean T - mean T0
 * @param imbalance max T - mean T
 * @param orchestration W - max T
 * @param byPhase the contention once more, by phase; empty where a server tells too little
 */
public record Loss(
    double contention, double imbalance, double orchestration, Optional<Phases> byPhase) {

  /**
   * Contention by phase: what each took longer beside the others than alone, mean over agents, ms.
   *
   * @param load loading the model
   * @param queue waiting for a slot
   * @param prefill reading the prompt
   * @param decode generating
   * @param client everything the server does not account for
   */
  public record Phases(double load, double queue, double prefill, double decode, double client) {}

  /** The split of one run; nothing without a solo baseline for every agent. */
  static Optional<Loss> of(List<AgentMetrics> agents, double wall) {
    if (agents.stream().anyMatch(agent -> agent.solo().isEmpty() || agent.wall().isEmpty())) {
      return Optional.empty();
    }
    var n = agents.size();
    var own = agents.stream().mapToDouble(agent -> agent.wall().getAsDouble()).summaryStatistics();
    var alone = agents.stream().mapToDouble(agent -> agent.solo().orElseThrow().wall()).sum() / n;
    var contention = own.getSum() / n - alone;
    return Optional.of(
        new Loss(
            contention,
            own.getMax() - own.getSum() / n,
            wall - own.getMax(),
            byPhase(agents, contention)));
  }

  private static Optional<Phases> byPhase(List<AgentMetrics> agents, double contention) {
    if (agents.stream()
        .flatMap(agent -> agent.calls().stream())
        .anyMatch(call -> call.total().isEmpty())) {
      return Optional.empty();
    }
    if (agents.stream()
        .flatMap(agent -> agent.soloCalls().stream())
        .anyMatch(call -> call.total().isEmpty())) {
      return Optional.empty();
    }
    var load = longer(agents, CallMetrics::load);
    var queue = longer(agents, CallMetrics::queue);
    var prefill = longer(agents, CallMetrics::promptEval);
    var decode = longer(agents, CallMetrics::eval);
    return Optional.of(
        new Phases(load, queue, prefill, decode, contention - load - queue - prefill - decode));
  }

  private static double longer(
      List<AgentMetrics> agents, Function<CallMetrics, OptionalDouble> phase) {
    return agents.stream()
            .mapToDouble(agent -> sum(agent.calls(), phase) - sum(agent.soloCalls(), phase))
            .sum()
        / agents.size();
  }

  private static double sum(List<CallMetrics> calls, Function<CallMetrics, OptionalDouble> phase) {
    return calls.stream().mapToDouble(call -> phase.apply(call).orElse(0)).sum();
  }
}
