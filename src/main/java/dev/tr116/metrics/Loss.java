package dev.tr116.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Where the time went: W - W*, split exactly, in ms or, {@link #inPercent}, in percentage points of
 * W. W* = (sum T0) / N is the wall time of an ideal run. A negative part is a gain.
 *
 * @param wall W
 * @param ideal W*
 * @param contention mean T - mean T0
 * @param imbalance max T - mean T
 * @param orchestration W - max T
 * @param byPhase the contention once more, by phase, mean over agents; empty where a server tells
 *     too little
 */
public record Loss(
    double wall,
    double ideal,
    double contention,
    double imbalance,
    double orchestration,
    Optional<PhaseTimes> byPhase) {
  /** How far the parts may be from their sum, as a share of the wall time: rounding, no more. */
  private static final double TOLERANCE = 1e-6;

  /**
   * Checks that nothing is lost or counted twice.
   *
   * @throws IllegalArgumentException when W is not above 0, when the parts do not add up to W - W*,
   *     or the phases to the contention
   */
  public Loss {
    if (!(wall > 0)) {
      throw new IllegalArgumentException("a run of " + wall + " ms has no loss to split");
    }
    requireSum(
        "contention + imbalance + orchestration",
        contention + imbalance + orchestration,
        "W - W*",
        wall - ideal,
        wall);
    if (byPhase.isPresent()) {
      requireSum("the phases", byPhase.get().sum(), "the contention", contention, wall);
    }
  }

  /** The split of one run; nothing without a solo baseline for every agent, or without any time. */
  static Optional<Loss> of(List<AgentMetrics> agents, double wall) {
    if (wall <= 0
        || agents.stream().anyMatch(agent -> agent.solo().isEmpty() || agent.wall().isEmpty())) {
      return Optional.empty();
    }
    var own = agents.stream().mapToDouble(agent -> agent.wall().getAsDouble()).summaryStatistics();
    var ideal = mean(agents, agent -> agent.solo().orElseThrow().wall());
    return Optional.of(
        new Loss(
            wall,
            ideal,
            own.getAverage() - ideal,
            own.getMax() - own.getAverage(),
            wall - own.getMax(),
            byPhase(agents)));
  }

  /** The mean of several runs, part by part; phases only where every run has them. */
  static Optional<Loss> mean(List<Loss> runs) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    var phases = runs.stream().flatMap(run -> run.byPhase().stream()).toList();
    return Optional.of(
        new Loss(
            mean(runs, Loss::wall),
            mean(runs, Loss::ideal),
            mean(runs, Loss::contention),
            mean(runs, Loss::imbalance),
            mean(runs, Loss::orchestration),
            phases.size() == runs.size() ? PhaseTimes.mean(phases) : Optional.empty()));
  }

  /** The same in percentage points of W: W is 100, W* is the true efficiency. */
  public Loss inPercent() {
    return new Loss(
        percent(wall),
        percent(ideal),
        percent(contention),
        percent(imbalance),
        percent(orchestration),
        byPhase.map(phases -> phases.map(this::percent)));
  }

  /** The same without phases. */
  public Loss unsplit() {
    return new Loss(wall, ideal, contention, imbalance, orchestration, Optional.empty());
  }

  private double percent(double part) {
    return 100 * part / wall;
  }

  private static Optional<PhaseTimes> byPhase(List<AgentMetrics> agents) {
    var longer =
        agents.stream()
            .flatMap(
                agent ->
                    agent.phases().stream()
                        .flatMap(
                            phases ->
                                agent.solo().flatMap(SoloBaseline::phases).stream()
                                    .map(phases::minus)))
            .toList();
    return longer.size() == agents.size() ? PhaseTimes.mean(longer) : Optional.empty();
  }

  private static <T> double mean(List<T> items, ToDoubleFunction<T> figure) {
    return items.stream().mapToDouble(figure).average().orElseThrow();
  }

  /** Written so that NaN is refused as well. */
  private static void requireSum(
      String parts, double sum, String whole, double expected, double wall) {
    if (!(Math.abs(sum - expected) <= TOLERANCE * wall)) {
      throw new IllegalArgumentException(
          "the loss does not add up: " + parts + " = " + sum + ", but " + whole + " = " + expected);
    }
  }
}
