package dev.tr116.report.page;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.SourceEnergy;
import dev.tr116.plan.SloMetric.Better;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A figure of a run that the page shows over the runs of a cell. */
enum Measure {
  EFFICIENCY("efficiency (TR116)", Unit.PERCENT, Better.HIGHER, DualRunMetrics::efficiencyPercent),
  TRUE_EFFICIENCY(
      "true efficiency", Unit.PERCENT, Better.HIGHER, DualRunMetrics::trueEfficiencyPercent),
  SPEEDUP("speedup (TR116)", Unit.FACTOR, Better.HIGHER, DualRunMetrics::concurrencySpeedup),
  TRUE_SPEEDUP("true speedup", Unit.FACTOR, Better.HIGHER, DualRunMetrics::trueSpeedup),
  TRUE_SPEEDUP_LEVELLED(
      "true speedup, levelled", Unit.FACTOR, Better.HIGHER, DualRunMetrics::trueSpeedupLevelled),
  WALL("wall time W", Unit.MILLIS, Better.LOWER, DualRunMetrics::concurrentWall),
  TTFT("TTFT", Unit.MILLIS, Better.LOWER, mean(AgentMetrics::ttft)),
  THROUGHPUT("throughput (TR116)", Unit.RATE, Better.HIGHER, mean(AgentMetrics::throughput)),
  DECODE_RATE("decode rate", Unit.RATE, Better.HIGHER, mean(AgentMetrics::decodeRate)),
  SLOWDOWN("slowdown", Unit.FACTOR, Better.LOWER, mean(AgentMetrics::slowdown)),
  FAIRNESS("fairness (Jain)", Unit.SHARE, Better.HIGHER, DualRunMetrics::fairness),
  TOKENS_PER_JOULE(
      "tokens per joule",
      Unit.PER_JOULE,
      Better.HIGHER,
      run -> run.energy().figure(SourceEnergy::tokensPerJoule)),
  JOULES_PER_TOKEN(
      "energy of a token side by side",
      Unit.JOULES,
      Better.LOWER,
      run -> run.energy().joulesPerToken()),
  JOULES_PER_TOKEN_ALONE(
      "energy of a token alone",
      Unit.JOULES,
      Better.LOWER,
      run -> run.energy().figure(SourceEnergy::joulesPerTokenAlone)),
  POWER(
      "mean power side by side",
      Unit.WATTS,
      Better.LOWER,
      run -> run.energy().figure(source -> source.concurrent().meanWatts()));

  /** Those that several sections show. */
  static final List<Measure> OF_EVERY_CELL =
      List.of(
          EFFICIENCY,
          TRUE_EFFICIENCY,
          SPEEDUP,
          TRUE_SPEEDUP,
          TRUE_SPEEDUP_LEVELLED,
          WALL,
          FAIRNESS,
          TOKENS_PER_JOULE);

  private final String title;
  private final Unit unit;
  private final Better better;
  private final transient Function<DualRunMetrics, OptionalDouble> ofRun;

  Measure(String title, Unit unit, Better better, Function<DualRunMetrics, OptionalDouble> ofRun) {
    this.title = title;
    this.unit = unit;
    this.better = better;
    this.ofRun = ofRun;
  }

  /** What people read, without the unit. */
  String title() {
    return title;
  }

  Unit unit() {
    return unit;
  }

  Better better() {
    return better;
  }

  /** The title of a column of it. */
  String column() {
    return unit.column(title);
  }

  /** How it is taken from a run. */
  Function<DualRunMetrics, OptionalDouble> ofRun() {
    return ofRun;
  }

  /** Why a measured run lacks it, as far as its record says. */
  Optional<String> missing(DualRunMetrics run) {
    return switch (this) {
      case TRUE_EFFICIENCY, TRUE_SPEEDUP, SLOWDOWN, FAIRNESS -> run.trueSpeedupMissing();
      case TRUE_SPEEDUP_LEVELLED -> run.trueSpeedupLevelledMissing();
      case TOKENS_PER_JOULE, JOULES_PER_TOKEN, JOULES_PER_TOKEN_ALONE, POWER ->
          run.energy().missing();
      case THROUGHPUT -> Optional.of("the server told no durations");
      case TTFT -> Optional.of("a call had no first token");
      case DECODE_RATE -> Optional.of("a call had too few tokens, or its server counted none");
      case EFFICIENCY, SPEEDUP, WALL -> Optional.of("its agents run one after the other");
    };
  }

  /** The mean over the agents of a run; absent where one of them lacks it. */
  private static Function<DualRunMetrics, OptionalDouble> mean(
      Function<AgentMetrics, OptionalDouble> figure) {
    return run -> {
      var values = run.agents().stream().map(figure).toList();
      return values.stream().anyMatch(OptionalDouble::isEmpty)
          ? OptionalDouble.empty()
          : values.stream().mapToDouble(OptionalDouble::getAsDouble).average();
    };
  }
}
