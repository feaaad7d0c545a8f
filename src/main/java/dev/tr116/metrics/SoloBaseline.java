package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An agent measured alone, on the same endpoint with the same options.
 *
 * @param wall its wall time alone, ms
 * @param levelledWall the same, rebuilt for the number of tokens it generated beside the others:
 *     fixed part + (tokens - 1) / decode rate alone, ms; empty where a count, or the rate that
 *     different counts need, is missing
 * @param phases its wall time by phase; empty where the server tells too little
 * @param reusedFrom the number of the run whose block measured it; empty for the run's own block
 */
public record SoloBaseline(
    double wall, OptionalDouble levelledWall, Optional<PhaseTimes> phases, OptionalInt reusedFrom) {
  /** The baseline of a solo run; nothing when the run failed. */
  static Optional<SoloBaseline> of(
      AgentRun alone,
      List<CallMetrics> calls,
      List<CallMetrics> concurrent,
      OptionalInt reusedFrom) {
    if (!alone.succeeded()) {
      return Optional.empty();
    }
    var wall = Nanos.toMillis(alone.ended() - alone.started());
    return Optional.of(
        new SoloBaseline(
            wall, levelled(wall, calls, concurrent), PhaseTimes.of(calls, wall), reusedFrom));
  }

  private static OptionalDouble levelled(
      double wall, List<CallMetrics> alone, List<CallMetrics> concurrent) {
    if (alone.size() != concurrent.size()) {
      return OptionalDouble.empty();
    }
    var levelled = wall;
    for (var i = 0; i < alone.size(); i++) {
      var rate = alone.get(i).decodeRate();
      var had = alone.get(i).evalCount();
      var wanted = concurrent.get(i).evalCount();
      if (had.isEmpty() || wanted.isEmpty()) {
        return OptionalDouble.empty();
      }
      if (had.getAsLong() == wanted.getAsLong()) {
        continue;
      }
      if (rate.isEmpty()) {
        return OptionalDouble.empty();
      }
      levelled += 1000.0 * (wanted.getAsLong() - had.getAsLong()) / rate.getAsDouble();
    }
    return levelled > 0 ? OptionalDouble.of(levelled) : OptionalDouble.empty();
  }
}
