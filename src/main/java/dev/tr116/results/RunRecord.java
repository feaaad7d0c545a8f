package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.slo.Verdict;
import dev.tr116.telemetry.Environment;
import dev.tr116.trace.DualRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is kept of one run.
 *
 * @param session the session's name
 * @param run what happened
 * @param metrics what it means
 * @param verdicts this run alone, held against the objectives
 * @param environment the machine
 * @param served the model as the servers describe it
 * @param sentOptions what each role sent besides the scenario's options, e.g. the seed
 */
public record RunRecord(
    String session,
    DualRun run,
    DualRunMetrics metrics,
    List<Verdict> verdicts,
    Environment environment,
    ServedModel served,
    Map<String, Map<String, Object>> sentOptions) {
  public RunRecord {
    verdicts = List.copyOf(verdicts);
    sentOptions = Map.copyOf(sentOptions);
  }

  /**
   * A model as its server describes it.
   *
   * @param digest of the weights
   * @param quantization e.g. {@code Q4_K_M}
   */
  public record ServedModel(Optional<String> digest, Optional<String> quantization) {
    /** The server told nothing. */
    public static final ServedModel UNKNOWN = new ServedModel(Optional.empty(), Optional.empty());
  }
}
