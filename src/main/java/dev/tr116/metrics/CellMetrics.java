package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.RunId;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import dev.tr116.statistics.Percentile;
import dev.tr116.statistics.Proportion;
import dev.tr116.trace.FailureKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All runs of one cell. Figures come from the runs whose agents were measured whole side by side
 * and can be trusted; the others are counted and named. A run whose solo part alone failed has all
 * figures but those that compare with each agent alone.
 *
 * @param id which cell
 * @param runs every run, failed ones too
 * @param reruns outliers that were measured a second time; they enter no figure
 */
public record CellMetrics(CellId id, List<DualRunMetrics> runs, List<Rerun> reruns) {
  /** One seed for all: the same values have the same interval, in whatever session. */
  static final long SEED = 116;

  public CellMetrics {
    runs = List.copyOf(runs);
    reruns = List.copyOf(reruns);
  }

  /** A cell of which no run was measured twice. */
  public CellMetrics(CellId id, List<DualRunMetrics> runs) {
    this(id, runs, List.of());
  }

  /** The runs that were measured whole and can be trusted: the ones figures come from. */
  public List<DualRunMetrics> measured() {
    return runs.stream().filter(run -> leftOutBecause(run).isEmpty()).toList();
  }

  /** The runs that enter no figure, each with the reason. */
  public SequencedMap<RunId, String> leftOut() {
    var leftOut = new LinkedHashMap<RunId, String>();
    for (var run : runs) {
      leftOutBecause(run).ifPresent(reason -> leftOut.put(run.id(), reason));
    }
    return leftOut;
  }

  /** The measured runs in which a call of an agent alone failed: they have no true figures. */
  public List<RunId> withFailedSolo() {
    return measured().stream()
        .filter(
            run ->
                run.agents().stream()
                    .flatMap(agent -> agent.soloCalls().stream())
                    .anyMatch(call -> !call.succeeded()))
        .map(DualRunMetrics::id)
        .toList();
  }

  /** One figure over the measured runs that have it; nothing when none has. */
  public Optional<Distribution> over(Function<DualRunMetrics, OptionalDouble> figure) {
    return Distribution.of(values(figure));
  }

  /** One agent's figure over the measured runs that have it; nothing when none has. */
  public Optional<Distribution> over(
      AgentRole role, Function<AgentMetrics, OptionalDouble> figure) {
    return over(of(role, figure));
  }

  /** How many measured runs lack a figure. */
  public int missing(Function<DualRunMetrics, OptionalDouble> figure) {
    return measured().size() - values(figure).length;
  }

  /**
   * The 95 % interval of a figure's mean over the measured runs that have it, by bootstrap (BCa)
   * with one fixed seed: the same values give the same interval in any order.
   *
   * @return nothing with fewer than three values
   */
  public Optional<Interval> interval(Function<DualRunMetrics, OptionalDouble> figure) {
    var values = values(figure);
    Arrays.sort(values);
    return new Bootstrap(SEED).ofMean(values);
  }

  /** A percentile of a figure over the measured runs that have it; nothing when none has. */
  public Optional<Percentile> percentile(
      Function<DualRunMetrics, OptionalDouble> figure, double share) {
    return Percentile.of(values(figure), share);
  }

  /** TTFT of every call in every measured run, ms; nothing when none was measured. */
  public Optional<Distribution> ttft() {
    return Distribution.of(ttfts());
  }

  /** A percentile of the TTFT of every call in every measured run, ms. */
  public Optional<Percentile> ttft(double share) {
    return Percentile.of(ttfts(), share);
  }

  /** The TTFT of every call in every measured run, ms, those that were measured. */
  public double[] ttfts() {
    return finite(
        measured().stream()
            .flatMap(run -> run.agents().stream())
            .flatMap(agent -> agent.ttfts().stream()));
  }

  /** How many agents its runs have; empty when no run is recorded. */
  public OptionalInt agents() {
    return runs.stream().mapToInt(run -> run.agents().size()).max();
  }

  /** Who took part in its runs, in the order of the scenario. */
  public List<AgentRole> roles() {
    return runs.stream()
        .flatMap(run -> run.agents().stream().map(AgentMetrics::role))
        .distinct()
        .toList();
  }

  /** How many measured runs saw contention, of all in which two agents or more might have. */
  public Optional<Proportion> contention() {
    var judged = measured().stream().filter(DualRunMetrics::mayContend).toList();
    return Proportion.of(
        judged.stream().filter(DualRunMetrics::contentionDetected).count(), judged.size());
  }

  /** How many of {@link #countedCalls()} failed; nothing when there was none. */
  public Optional<Proportion> errors() {
    var calls = countedCalls();
    return Proportion.of(calls.stream().filter(call -> !call.succeeded()).count(), calls.size());
  }

  /** Share of measured runs in which contention was detected, percent. */
  public OptionalDouble contentionRatePercent() {
    return percent(contention());
  }

  /** Share of {@link #countedCalls()} that failed, percent. */
  public OptionalDouble errorRatePercent() {
    return percent(errors());
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

  /** One agent's figure as one of its run. */
  static Function<DualRunMetrics, OptionalDouble> of(
      AgentRole role, Function<AgentMetrics, OptionalDouble> figure) {
    return run -> run.agent(role).map(figure).orElse(OptionalDouble.empty());
  }

  /** Why a run enters no figure; every reason to leave one out belongs here. */
  private static Optional<String> leftOutBecause(DualRunMetrics run) {
    if (!run.succeeded()) {
      return Optional.of("a call of the agents failed");
    }
    return run.isValid() ? Optional.empty() : Optional.of(String.join("; ", run.doubts()));
  }

  /** One figure over the measured runs that have it, in their order. */
  double[] values(Function<DualRunMetrics, OptionalDouble> figure) {
    return finite(measured().stream().map(figure));
  }

  /** A division by a time of zero is no measurement: it is missing, and counted as such. */
  private static double[] finite(Stream<OptionalDouble> figures) {
    return figures.flatMapToDouble(OptionalDouble::stream).filter(Double::isFinite).toArray();
  }

  private static OptionalDouble percent(Optional<Proportion> part) {
    return part.map(p -> OptionalDouble.of(100.0 * p.count() / p.n()))
        .orElse(OptionalDouble.empty());
  }
}
