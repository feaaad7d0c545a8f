package dev.tr116.results.tr116;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.plan.RunId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One dual run that was measured elsewhere; what its source does not hold is empty.
 *
 * @param harness what measured it
 * @param model TR116's short name, e.g. {@code gemma3}
 * @param scenario e.g. {@code chimera-homo}
 * @param run from 1
 * @param stored the figures its harness computed
 * @param wall of the pair, from the start to the end of the last, ms
 * @param sequentialEstimate by the rule of its harness, ms
 * @param collector the first agent
 * @param insight the second
 * @param callsWithoutFinalMetrics calls that came without the server's counts
 */
public record ImportedRun(
    Harness harness,
    String model,
    String scenario,
    int run,
    StoredFigures stored,
    OptionalDouble wall,
    OptionalDouble sequentialEstimate,
    ImportedAgent collector,
    ImportedAgent insight,
    int callsWithoutFinalMetrics) {

  /** Its identity. */
  public RunId id() {
    return new RunId(
        new CellId(
            "multi",
            harness.runtime(),
            Model.named(model),
            scenario,
            harness == Harness.RUST ? "gpu80_ctx512_temp10" : "gpu80_ctx2048_temp10"),
        run);
  }

  /** Our metrics of it; nothing when the wall time of the pair or of an agent is unknown. */
  public Optional<DualRunMetrics> metrics() {
    return metrics(agent -> OptionalDouble.empty());
  }

  /**
   * Our metrics of it with a baseline.
   *
   * @param alone each role's wall time alone, ms
   */
  public Optional<DualRunMetrics> metrics(Function<AgentRole, OptionalDouble> alone) {
    var whole = callsWithoutFinalMetrics == 0;
    if (wall.isEmpty() || collector.wall().isEmpty() || insight.wall().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        DualRunMetrics.of(
            id(),
            List.of(
                collector.metrics(AgentRole.COLLECTOR, whole, alone.apply(AgentRole.COLLECTOR)),
                insight.metrics(AgentRole.INSIGHT, whole, alone.apply(AgentRole.INSIGHT))),
            wall.getAsDouble()));
  }

  /** The agent in that role. */
  public ImportedAgent agent(AgentRole role) {
    return role.equals(AgentRole.COLLECTOR) ? collector : insight;
  }
}
