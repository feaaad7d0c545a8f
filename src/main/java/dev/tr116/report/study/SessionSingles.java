package dev.tr116.report.study;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.SingleComparison;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;
import java.util.Optional;
import java.util.OptionalDouble;

/** The suite {@code single} of a session: each configuration with the mean of its runs. */
final class SessionSingles {
  private SessionSingles() {}

  /** One configuration; nothing where none of its runs was measured whole. */
  static Optional<StudySingle> of(StoredSession session, StoredCell cell) {
    return SingleComparison.of(cell.metrics())
        .map(
            comparison ->
                new StudySingle(
                    cell.id().runtime(),
                    cell.id().model().displayName(),
                    options(cell),
                    side(comparison.baseline()),
                    side(comparison.chimera()),
                    comparison.throughputImprovement().meanOfRuns(),
                    comparison.ttftReduction().meanOfRuns(),
                    cell.metrics().measured().stream().map(SessionSingles::run).toList(),
                    SessionStudy.path(session, cell.runs().getFirst())));
  }

  private static StudySingle.Options options(StoredCell cell) {
    var chimera =
        cell.planned().runs().getFirst().scenario().agents().stream()
            .filter(agent -> agent.role().equals(AgentRole.CHIMERA))
            .map(agent -> agent.options())
            .findFirst()
            .orElse(GenerationOptions.SERVER_DEFAULTS);
    return new StudySingle.Options(
        cell.id().options(),
        number(chimera, "num_gpu"),
        number(chimera, "num_ctx"),
        number(chimera, "temperature"));
  }

  private static OptionalDouble number(GenerationOptions options, String name) {
    return options.values().get(name) instanceof Number value
        ? OptionalDouble.of(value.doubleValue())
        : OptionalDouble.empty();
  }

  private static StudySingle.Side side(SingleComparison.Side side) {
    return new StudySingle.Side(mean(side.throughput()), mean(side.ttft()));
  }

  private static OptionalDouble mean(Optional<SingleComparison.Mean> mean) {
    return mean.map(m -> OptionalDouble.of(m.sample().mean())).orElse(OptionalDouble.empty());
  }

  private static StudySingle.Run run(DualRunMetrics run) {
    return new StudySingle.Run(
        run.id().number(), side(run, AgentRole.BASELINE), side(run, AgentRole.CHIMERA));
  }

  private static StudySingle.Side side(DualRunMetrics run, AgentRole role) {
    return new StudySingle.Side(
        run.agent(role).map(AgentMetrics::throughput).orElse(OptionalDouble.empty()),
        run.agent(role).map(AgentMetrics::ttft).orElse(OptionalDouble.empty()));
  }
}
