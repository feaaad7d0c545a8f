package dev.tr116.results;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.RunId;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.telemetry.Environment;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.FallbackTaken;
import dev.tr116.trace.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run as its {@code metrics.json} tells it. A figure that was not measured is empty.
 *
 * @param id which run
 * @param definitions the version of what its figures mean
 * @param startedAt when it was released
 * @param status how it ended
 * @param backend what answered
 * @param agents in the order of the scenario
 * @param figures over all agents
 * @param environment the machine
 * @param fingerprint of machine, server and model
 * @param served the model as its server described it
 * @param fallback what was measured instead of what was asked for; empty when it is that
 * @param record the file
 */
public record KeptRun(
    RunId id,
    String definitions,
    Instant startedAt,
    RunStatus status,
    BackendDescription backend,
    List<KeptAgent> agents,
    Figures figures,
    Environment environment,
    String fingerprint,
    ServedModel served,
    Optional<FallbackTaken> fallback,
    Path record) {
  public KeptRun {
    agents = List.copyOf(agents);
  }

  /**
   * One agent's part.
   *
   * @param role it played
   * @param endpoint of its server
   * @param options of the scenario
   * @param sentOptions what it sent, seed and cap included
   * @param wall ms
   * @param soloWall alone, ms
   * @param ttft ms
   * @param decodeRate tokens per second
   * @param memory of its server, before and after
   */
  public record KeptAgent(
      AgentRole role,
      URI endpoint,
      GenerationOptions options,
      GenerationOptions sentOptions,
      OptionalDouble wall,
      OptionalDouble soloWall,
      OptionalDouble ttft,
      OptionalDouble decodeRate,
      ServerMemoryAround memory) {}

  /**
   * Figures over all agents.
   *
   * @param concurrentWall ms
   * @param concurrencySpeedup TR116's
   * @param efficiencyPercent TR116's
   * @param trueSpeedup against the agents alone
   * @param trueEfficiencyPercent the same as a share
   */
  public record Figures(
      OptionalDouble concurrentWall,
      OptionalDouble concurrencySpeedup,
      OptionalDouble efficiencyPercent,
      OptionalDouble trueSpeedup,
      OptionalDouble trueEfficiencyPercent) {}
}
