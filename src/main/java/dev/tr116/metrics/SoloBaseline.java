package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An agent measured alone, on the same endpoint with the same options in the same block.
 *
 * @param wall its wall time alone, ms
 * @param levelledWall the same, rebuilt for the number of tokens it generated beside the others:
 *     fixed part + (tokens - 1) / decode rate alone, ms; empty where a count, or the rate that
 *     different counts need, is missing
 */
public record SoloBaseline(double wall, OptionalDouble levelledWall) {
  /** The baseline of a solo run; nothing when the run failed. */
  static Optional<SoloBaseline> of(
      AgentRun alone, List<CallMetrics> calls, List<CallMetrics> concurrent) {
    if (!alone.succeeded()) {
      return Optional.empty();
    }
    var wall = Nanos.toMillis(alone.ended() - alone.started());
    return Optional.of(new SoloBaseline(wall, levelled(wall, calls, concurrent)));
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
