package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.RunId;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one run of agents side by side means. Times in ms, rates in tokens per second. W is the wall
 * time from the barrier to the end of the last agent, T an agent's own wall time inside the run, T0
 * its wall time alone, N the number of agents.
 *
 * @param id which run
 * @param agents each agent, in the order of the scenario
 * @param concurrentWall W
 * @param sequentialEstimated sum of T (TR116)
 * @param concurrencySpeedup sum of T / W (TR116)
 * @param efficiencyPercent concurrencySpeedup / N x 100 (TR116)
 * @param serverTimeSpeedup sum of the servers' prompt_eval and eval durations / W (TR116's Python
 *     harness)
 * @param throughputDelta collector minus insight, tokens per second (TR116)
 * @param ttftDelta collector minus insight (TR116)
 * @param startSkew distance between the first and the last agent's {@code sent}
 * @param contention which of TR116's two rules hold; empty when none does
 * @param trueSpeedup sum of T0 / W: how much faster than one after the other
 * @param trueSpeedupLevelled the same with T0 rebuilt for equal token counts
 * @param fairness Jain's index over 1 / slowdown
 * @param loss where the time went that an ideal run would not have needed
 * @param trueSpeedupMissing why there is no true speedup, fairness and loss; empty where there is
 * @param doubts why the run cannot be trusted although it was measured whole; none for a valid run
 * @param energy what it took, as far as power was sampled
 */
public record DualRunMetrics(
    RunId id,
    List<AgentMetrics> agents,
    OptionalDouble concurrentWall,
    OptionalDouble sequentialEstimated,
    OptionalDouble concurrencySpeedup,
    OptionalDouble efficiencyPercent,
    OptionalDouble serverTimeSpeedup,
    OptionalDouble throughputDelta,
    OptionalDouble ttftDelta,
    OptionalDouble startSkew,
    List<String> contention,
    OptionalDouble trueSpeedup,
    OptionalDouble trueSpeedupLevelled,
    OptionalDouble fairness,
    Optional<Loss> loss,
    Optional<String> trueSpeedupMissing,
    List<String> doubts,
    Energy energy) {
  private static final Energy NO_ENERGY = Energy.notMeasured("power was not sampled");

  public DualRunMetrics {
    agents = List.copyOf(agents);
    contention = List.copyOf(contention);
    doubts = List.copyOf(doubts);
  }

  /** The meaning of one run when nothing is known of the instrument. */
  public static DualRunMetrics of(DualRun run) {
    return of(run, Optional.empty());
  }

  /**
   * The meaning of one run; every figure over all agents is empty when one of them failed.
   *
   * @param run what happened
   * @param instrument what is known of the instrument meanwhile
   */
  public static DualRunMetrics of(DualRun run, Optional<Instrument> instrument) {
    var agents = run.agents().stream().map(agent -> metrics(run, agent)).toList();
    if (agents.isEmpty() || agents.stream().anyMatch(agent -> agent.wall().isEmpty())) {
      return withoutConcurrency(run, agents, List.of());
    }
    var wall = Nanos.toMillis(run.ended() - run.released());
    if (!run.id().cell().isSideBySide()) {
      return withoutConcurrency(
          run, agents, Doubts.about(agents, wall, OptionalDouble.empty(), instrument));
    }
    var skew = startSkew(run.agents());
    return of(
        run.id(),
        agents,
        wall,
        skew,
        MissingBaseline.reason(run),
        Doubts.about(agents, wall, skew, instrument));
  }

  /**
   * The meaning of a run that was measured elsewhere, whose stamps are not known; its instrument is
   * not doubted here.
   *
   * @param agents each with its wall time
   * @param wall W, ms, above 0
   * @throws IllegalArgumentException when a wall time is missing or W is not above 0
   */
  public static DualRunMetrics of(RunId id, List<AgentMetrics> agents, double wall) {
    if (agents.isEmpty() || agents.stream().anyMatch(agent -> agent.wall().isEmpty())) {
      throw new IllegalArgumentException(id + " needs the wall time of each agent");
    }
    if (!(wall > 0 && Double.isFinite(wall))) {
      throw new IllegalArgumentException(id + " has a wall time of " + wall + " ms");
    }
    var missing =
        agents.stream().anyMatch(agent -> agent.solo().isEmpty())
            ? Optional.of("the agents were not measured alone beside that run")
            : Optional.<String>empty();
    return of(id, agents, wall, OptionalDouble.empty(), missing, List.of());
  }

  private static DualRunMetrics of(
      RunId id,
      List<AgentMetrics> agents,
      double wall,
      OptionalDouble startSkew,
      Optional<String> baselineMissing,
      List<String> doubts) {
    var sum = agents.stream().mapToDouble(agent -> agent.wall().orElseThrow()).sum();
    var speedup = sum / wall;
    return new DualRunMetrics(
        id,
        agents,
        OptionalDouble.of(wall),
        OptionalDouble.of(sum),
        OptionalDouble.of(speedup),
        OptionalDouble.of(100 * speedup / agents.size()),
        serverTimeSpeedup(agents, wall),
        delta(agents, AgentMetrics::throughput),
        delta(agents, AgentMetrics::ttft),
        startSkew,
        Contention.reasons(agents, speedup),
        trueSpeedup(agents, wall, solo -> OptionalDouble.of(solo.wall())),
        trueSpeedup(agents, wall, SoloBaseline::levelledWall),
        Fairness.jain(agents, AgentMetrics::slowdown),
        loss(id, () -> Loss.of(agents, wall)),
        baselineMissing,
        doubts,
        NO_ENERGY);
  }

  /** The same run with its energy. */
  public DualRunMetrics with(Energy measured) {
    return with(doubts, measured);
  }

  /** True speedup / N x 100; empty without solo baselines. */
  public OptionalDouble trueEfficiencyPercent() {
    return efficiency(trueSpeedup);
  }

  /** The same with T0 rebuilt for equal token counts. */
  public OptionalDouble trueEfficiencyLevelledPercent() {
    return efficiency(trueSpeedupLevelled);
  }

  /** Jain's index over 1 / slowdown with T0 rebuilt for equal token counts. */
  public OptionalDouble fairnessLevelled() {
    return Fairness.jain(agents, AgentMetrics::slowdownLevelled);
  }

  /** Why the levelled figures are empty; empty where they are not. */
  public Optional<String> trueSpeedupLevelledMissing() {
    return trueSpeedupMissing.or(
        () ->
            agents.stream()
                .filter(agent -> agent.slowdownLevelled().isEmpty())
                .findFirst()
                .map(
                    agent -> agent.role() + ": a token count or the decode rate alone is missing"));
  }

  /** Why the contention is not split by phase; empty where it is. */
  public Optional<String> phasesMissing() {
    return trueSpeedupMissing.or(() -> agents.stream().flatMap(DualRunMetrics::silent).findFirst());
  }

  /** Whether the run was measured whole. */
  public boolean succeeded() {
    return !agents.isEmpty() && agents.stream().allMatch(agent -> agent.wall().isPresent());
  }

  /** Whether it was measured whole and nothing speaks against its figures. */
  public boolean isValid() {
    return succeeded() && doubts.isEmpty();
  }

  /** The agent in that role. */
  public Optional<AgentMetrics> agent(AgentRole role) {
    return agents.stream().filter(agent -> agent.role().equals(role)).findFirst();
  }

  /** The same with more reasons not to trust it; a run that was not measured whole has none. */
  public DualRunMetrics doubting(List<String> moreDoubts) {
    if (moreDoubts.isEmpty() || !succeeded()) {
      return this;
    }
    return with(Stream.concat(doubts.stream(), moreDoubts.stream()).distinct().toList(), energy);
  }

  private DualRunMetrics with(List<String> allDoubts, Energy measured) {
    return new DualRunMetrics(
        id,
        agents,
        concurrentWall,
        sequentialEstimated,
        concurrencySpeedup,
        efficiencyPercent,
        serverTimeSpeedup,
        throughputDelta,
        ttftDelta,
        startSkew,
        contention,
        trueSpeedup,
        trueSpeedupLevelled,
        fairness,
        loss,
        trueSpeedupMissing,
        allDoubts,
        measured);
  }

  /** Whether its agents could slow each other down: two or more, side by side. */
  public boolean mayContend() {
    return id.cell().isSideBySide() && agents.size() > 1;
  }

  /** The mean of the agents' slowdowns; empty without a solo baseline for each. */
  public OptionalDouble meanSlowdown() {
    return agents.stream().anyMatch(agent -> agent.slowdown().isEmpty())
        ? OptionalDouble.empty()
        : agents.stream().mapToDouble(agent -> agent.slowdown().getAsDouble()).average();
  }

  /** Whether either of TR116's rules saw contention. */
  public boolean contentionDetected() {
    return !contention.isEmpty();
  }

  private OptionalDouble efficiency(OptionalDouble speedup) {
    return speedup.isPresent()
        ? OptionalDouble.of(100 * speedup.getAsDouble() / agents.size())
        : OptionalDouble.empty();
  }

  private static Stream<String> silent(AgentMetrics agent) {
    var beside = agent.phases().isEmpty();
    var alone = agent.solo().flatMap(SoloBaseline::phases).isEmpty();
    return beside || alone
        ? Stream.of(
            "the server of " + agent.role() + (beside ? "" : " alone") + " told no total_duration")
        : Stream.empty();
  }

  /** A split that does not add up is a fault of this program and must not reach a record. */
  static Optional<Loss> loss(RunId id, Supplier<Optional<Loss>> split) {
    try {
      return split.get();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(id + ": " + wrong.getMessage(), wrong);
    }
  }

  /** A run of agents that failed or that were never side by side: nothing about them together. */
  private static DualRunMetrics withoutConcurrency(
      DualRun run, List<AgentMetrics> agents, List<String> doubts) {
    var none = OptionalDouble.empty();
    return new DualRunMetrics(
        run.id(),
        agents,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        List.of(),
        none,
        none,
        none,
        Optional.empty(),
        MissingBaseline.reason(run),
        doubts,
        NO_ENERGY);
  }

  private static AgentMetrics metrics(DualRun run, AgentRun agent) {
    var besideOthers = unprimed(run, agent);
    return run.primers().stream()
        .filter(primer -> primer.role().equals(agent.role()))
        .findFirst()
        .map(besideOthers::primedBy)
        .orElse(besideOthers);
  }

  private static AgentMetrics unprimed(DualRun run, AgentRun agent) {
    var own = run.solo().stream().filter(solo -> solo.role().equals(agent.role())).findFirst();
    return run.reusedSolo().stream()
        .filter(reused -> own.isEmpty() && reused.run().role().equals(agent.role()))
        .findFirst()
        .map(reused -> AgentMetrics.of(agent, reused))
        .orElseGet(() -> AgentMetrics.of(agent, own));
  }

  private static OptionalDouble serverTimeSpeedup(List<AgentMetrics> agents, double wall) {
    var calls = agents.stream().flatMap(agent -> agent.calls().stream()).toList();
    if (calls.stream().anyMatch(call -> call.eval().isEmpty())) {
      return OptionalDouble.empty();
    }
    var busy =
        calls.stream()
            .flatMap(call -> Stream.of(call.promptEval(), call.eval()))
            .mapToDouble(time -> time.orElse(0))
            .sum();
    return OptionalDouble.of(busy / wall);
  }

  private static OptionalDouble delta(
      List<AgentMetrics> agents, Function<AgentMetrics, OptionalDouble> figure) {
    var a =
        agents.stream().filter(x -> x.role().equals(AgentRole.COLLECTOR)).map(figure).findFirst();
    var b = agents.stream().filter(x -> x.role().equals(AgentRole.INSIGHT)).map(figure).findFirst();
    return a.isPresent() && b.isPresent() && a.get().isPresent() && b.get().isPresent()
        ? OptionalDouble.of(a.get().getAsDouble() - b.get().getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble startSkew(List<AgentRun> agents) {
    var sent = agents.stream().map(agent -> agent.calls().getFirst().stamps().sent()).toList();
    if (sent.stream().anyMatch(OptionalLong::isEmpty)) {
      return OptionalDouble.empty();
    }
    var span = sent.stream().mapToLong(OptionalLong::getAsLong).summaryStatistics();
    return OptionalDouble.of(Nanos.toMillis(span.getMax() - span.getMin()));
  }

  private static OptionalDouble trueSpeedup(
      List<AgentMetrics> agents, double wall, Function<SoloBaseline, OptionalDouble> alone) {
    var walls =
        agents.stream()
            .map(agent -> agent.solo().map(alone).orElse(OptionalDouble.empty()))
            .toList();
    return walls.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : OptionalDouble.of(walls.stream().mapToDouble(OptionalDouble::getAsDouble).sum() / wall);
  }
}
