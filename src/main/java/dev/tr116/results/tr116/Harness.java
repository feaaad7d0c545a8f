package dev.tr116.results.tr116;

import dev.tr116.metrics.DualRunMetrics;
import java.util.OptionalDouble;

/** The two programs that measured TR116; what they call speedup differs, and so does a sign. */
public enum Harness {
  /** Speedup is the sum of the agents' wall times over the wall time of the run. */
  RUST,
  /** Speedup is the sum of the servers' prompt_eval and eval durations over that wall time. */
  PYTHON;

  /**
   * The harness of a runtime's name, {@code rust} or {@code python}.
   *
   * @throws ImportException for any other name
   */
  public static Harness of(String source, String runtime) {
    return switch (runtime) {
      case "rust" -> RUST;
      case "python" -> PYTHON;
      default ->
          throw new ImportException(
              source, "runtime is '" + runtime + "'; write rust or python, as TR116 does");
    };
  }

  /** The name of the runtime. */
  public String runtime() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What this harness called speedup, of a run as we measure it. */
  public OptionalDouble speedup(DualRunMetrics run) {
    return this == RUST ? run.concurrencySpeedup() : run.serverTimeSpeedup();
  }

  /** 1 where its ttft_delta is collector minus insight, -1 where it is the opposite. */
  public int ttftSign() {
    return this == RUST ? 1 : -1;
  }
}
