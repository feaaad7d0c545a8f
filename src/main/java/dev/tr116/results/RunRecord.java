package dev.tr116.results;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.slo.Verdict;
import dev.tr116.telemetry.Environment;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FallbackTaken;
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
 * @param serverMemory what each role's server holds in memory before and after
 * @param fallback what was measured instead of what was asked for; empty when it is that
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
    List<String> rerunBecause,
    Map<AgentRole, ServerMemoryAround> serverMemory,
    Optional<FallbackTaken> fallback) {
  public RunRecord {
    verdicts = List.copyOf(verdicts);
    sentOptions = Map.copyOf(sentOptions);
    rerunBecause = List.copyOf(rerunBecause);
    serverMemory = Map.copyOf(serverMemory);
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
    this(
        session,
        run,
        metrics,
        verdicts,
        environment,
        served,
        sentOptions,
        instrument,
        List.of(),
        Map.of(),
        Optional.empty());
  }

  /** What the server of that role holds in memory before and after. */
  public ServerMemoryAround memoryOf(AgentRole role) {
    return serverMemory.getOrDefault(role, ServerMemoryAround.UNKNOWN);
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
