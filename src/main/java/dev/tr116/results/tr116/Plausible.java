package dev.tr116.results.tr116;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Bounds that every figure of a real run keeps; beyond them a file is refused, not averaged. */
final class Plausible {
  private static final double LONGEST_MS = 7 * 24 * 3_600_000.0;
  private static final double MOST_TOKENS = 1e8;
  private static final double FASTEST = 1e6;
  private static final double CLOCK_ERROR = 0.01;

  private Plausible() {}

  /** A duration in ms, 0 included. */
  static OptionalDouble duration(String source, String name, OptionalDouble millis) {
    return between(source, name, millis, LONGEST_MS, "ms");
  }

  /** A wall time in ms; 0 is none. */
  static OptionalDouble wall(String source, String name, OptionalDouble millis) {
    if (millis.isPresent() && millis.getAsDouble() == 0) {
      throw new ImportException(
          source, name + " is 0; a run takes time, so leave it empty when it was not measured");
    }
    return duration(source, name, millis);
  }

  /** A run whose agents both ended before it did, as far as that is known. */
  static ImportedRun pair(String source, ImportedRun run) {
    for (var agent : List.of(run.collector(), run.insight())) {
      if (run.wall().isPresent()
          && agent.wall().orElse(0) > run.wall().getAsDouble() * (1 + CLOCK_ERROR)) {
        throw new ImportException(
            source,
            "an agent took %.1f ms of a run of %.1f ms; one of the two wall times is wrong"
                .formatted(agent.wall().orElseThrow(), run.wall().getAsDouble()));
      }
    }
    return run;
  }

  /** Tokens per second. */
  static OptionalDouble rate(String source, String name, OptionalDouble rate) {
    return between(source, name, rate, FASTEST, "tokens per second");
  }

  /** A count of tokens. */
  static OptionalLong tokens(String source, String name, OptionalDouble count) {
    return count(source, name, count, MOST_TOKENS, "tokens");
  }

  /** A count of anything. */
  static OptionalLong count(
      String source, String name, OptionalDouble count, double most, String unit) {
    between(source, name, count, most, unit);
    if (count.isEmpty()) {
      return OptionalLong.empty();
    }
    if (count.getAsDouble() != Math.rint(count.getAsDouble())) {
      throw new ImportException(
          source, name + " is " + count.getAsDouble() + "; " + unit + " are counted whole");
    }
    return OptionalLong.of((long) count.getAsDouble());
  }

  private static OptionalDouble between(
      String source, String name, OptionalDouble value, double most, String unit) {
    if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= most)) {
      throw new ImportException(
          source,
          "%s is %s %s; expected is 0 to %.0f".formatted(name, value.getAsDouble(), unit, most));
    }
    return value;
  }
}
