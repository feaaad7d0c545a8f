package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.slo.Verdict;
import dev.tr116.telemetry.Environment;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.Instrument;
import dev.tr116.trace.RunStatus;
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
 * @param instrument what is known of the instrument meanwhile
 * @param rerunBecause why the run is measured a second time; empty for the first time
 */
public record RunRecord(
    String session,
    DualRun run,
    DualRunMetrics metrics,
    List<Verdict> verdicts,
    Environment environment,
    ServedModel served,
    Map<String, Map<String, Object>> sentOptions,
    Optional<Instrument> instrument,
    List<String> rerunBecause) {
  public RunRecord {
    verdicts = List.copyOf(verdicts);
    sentOptions = Map.copyOf(sentOptions);
    rerunBecause = List.copyOf(rerunBecause);
  }

  /** The record of a run's first time. */
  public RunRecord(
      String session,
      DualRun run,
      DualRunMetrics metrics,
      List<Verdict> verdicts,
      Environment environment,
      ServedModel served,
      Map<String, Map<String, Object>> sentOptions,
      Optional<Instrument> instrument) {
    this(session, run, metrics, verdicts, environment, served, sentOptions, instrument, List.of());
  }

  /** How the run ended: INVALID when every call succeeded and the figures cannot be trusted. */
  public RunStatus status() {
    return run.succeeded() && !metrics.isValid() ? RunStatus.INVALID : run.status();
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
