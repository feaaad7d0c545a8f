package dev.tr116.metrics;

import dev.tr116.plan.AgentRole;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.ReusedSolo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One agent inside a run. Figures of a failed agent are empty: a failed call enters no latency and
 * no rate.
 *
 * @param role the part it played
 * @param wall its own wall time inside the run, ms
 * @param ttft mean over its calls, ms
 * @param throughput mean of its calls' server_eval_rate, tokens per second (TR116)
 * @param decodeRate mean over its calls, tokens per second
 * @param calls each call
 * @param stages each call and the agent's own work, in order of time
 * @param soloCalls each call of the same agent alone, in the same block; none where the baseline is
 *     that of another run or was not measured
 * @param soloStages the same of the agent alone
 * @param solo its baseline; empty when that was not measured or failed
 * @param primer the unmeasured call before it that had its server load the model with its options;
 *     it enters no figure but {@link #load}
 */
public record AgentMetrics(
    AgentRole role,
    OptionalDouble wall,
    OptionalDouble ttft,
    OptionalDouble throughput,
    OptionalDouble decodeRate,
    List<CallMetrics> calls,
    List<StageMetrics> stages,
    List<CallMetrics> soloCalls,
    List<StageMetrics> soloStages,
    Optional<SoloBaseline> solo,
    Optional<CallMetrics> primer) {
  public AgentMetrics {
    calls = List.copyOf(calls);
    stages = List.copyOf(stages);
    soloCalls = List.copyOf(soloCalls);
    soloStages = List.copyOf(soloStages);
  }

  /**
   * The meaning of one agent's run.
   *
   * @param run beside the others
   * @param alone the same agent alone; empty when that was not measured
   */
  public static AgentMetrics of(AgentRun run, Optional<AgentRun> alone) {
    return of(run, alone, OptionalInt.empty());
  }

  /** The same beside a baseline from the block of another run, whose calls count with that run. */
  static AgentMetrics of(AgentRun run, ReusedSolo alone) {
    return of(run, Optional.of(alone.run()), OptionalInt.of(alone.fromRun()));
  }

  private static AgentMetrics of(AgentRun run, Optional<AgentRun> alone, OptionalInt reusedFrom) {
    var calls = run.calls().stream().map(CallMetrics::of).toList();
    var soloCalls =
        alone.stream().flatMap(solo -> solo.calls().stream()).map(CallMetrics::of).toList();
    var measured = run.succeeded() ? calls : List.<CallMetrics>of();
    var wall =
        run.succeeded()
            ? OptionalDouble.of(Nanos.toMillis(run.ended() - run.started()))
            : OptionalDouble.empty();
    return new AgentMetrics(
        run.role(),
        wall,
        mean(measured, CallMetrics::ttft),
        mean(measured, CallMetrics::serverEvalRate),
        mean(measured, CallMetrics::decodeRate),
        calls,
        StageMetrics.of(run),
        reusedFrom.isPresent() ? List.of() : soloCalls,
        reusedFrom.isPresent() ? List.of() : alone.map(StageMetrics::of).orElse(List.of()),
        run.succeeded()
            ? alone.flatMap(solo -> SoloBaseline.of(solo, soloCalls, calls, reusedFrom))
            : Optional.empty(),
        Optional.empty());
  }

  /** An agent whose model was loaded by nobody in particular. */
  public AgentMetrics(
      AgentRole role,
      OptionalDouble wall,
      OptionalDouble ttft,
      OptionalDouble throughput,
      OptionalDouble decodeRate,
      List<CallMetrics> calls,
      List<StageMetrics> stages,
      List<CallMetrics> soloCalls,
      List<StageMetrics> soloStages,
      Optional<SoloBaseline> solo) {
    this(
        role,
        wall,
        ttft,
        throughput,
        decodeRate,
        calls,
        stages,
        soloCalls,
        soloStages,
        solo,
        Optional.empty());
  }

  /** The same after a call that had its model loaded. */
  AgentMetrics primedBy(AgentRun run) {
    return new AgentMetrics(
        role,
        wall,
        ttft,
        throughput,
        decodeRate,
        calls,
        stages,
        soloCalls,
        soloStages,
        solo,
        run.calls().stream().map(CallMetrics::of).findFirst());
  }

  /** The load_duration of the call that had its model loaded, ms; empty where none had to. */
  public OptionalDouble load() {
    return primer
        .filter(CallMetrics::succeeded)
        .map(CallMetrics::load)
        .orElse(OptionalDouble.empty());
  }

  /** The first of its stages with that name. */
  public Optional<StageMetrics> stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /** TTFT of each call, ms, an empty one where there was none. */
  public List<OptionalDouble> ttfts() {
    return calls.size() > 1 ? calls.stream().map(CallMetrics::ttft).toList() : List.of(ttft);
  }

  /** Wall time beside the others over wall time alone; empty without a solo baseline. */
  public OptionalDouble slowdown() {
    return slowdown(baseline -> OptionalDouble.of(baseline.wall()));
  }

  /** The same with the wall time alone rebuilt for equal token counts. */
  public OptionalDouble slowdownLevelled() {
    return slowdown(SoloBaseline::levelledWall);
  }

  /** Wall time by phase; empty when the agent failed or the server tells too little. */
  public Optional<PhaseTimes> phases() {
    return wall.isPresent() ? PhaseTimes.of(calls, wall.getAsDouble()) : Optional.empty();
  }

  private OptionalDouble slowdown(Function<SoloBaseline, OptionalDouble> alone) {
    var baseline = solo.map(alone).orElse(OptionalDouble.empty());
    return baseline.isPresent() && wall.isPresent()
        ? OptionalDouble.of(wall.getAsDouble() / baseline.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(
      List<CallMetrics> calls, Function<CallMetrics, OptionalDouble> figure) {
    var values = calls.stream().map(figure).toList();
    return values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : values.stream().mapToDouble(OptionalDouble::getAsDouble).average();
  }
}
