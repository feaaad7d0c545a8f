package dev.tr116.metrics;

import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a run has no figure that compares with agents alone. */
final class MissingBaseline {
  private MissingBaseline() {}

  /** The reason, e.g. {@code insight alone: TIMEOUT_IDLE}; nothing when each has a baseline. */
  static Optional<String> reason(DualRun run) {
    if (run.agents().isEmpty()) {
      return Optional.of("no agent took part");
    }
    var failed = Stream.concat(failures(run.agents().stream(), ""), alone(run)).findFirst();
    if (failed.isPresent()) {
      return failed;
    }
    return run.id().cell().isSideBySide()
        ? neverMeasured(run)
        : Optional.of("the agents run one after the other");
  }

  private static Stream<String> alone(DualRun run) {
    return failures(run.solo().stream(), " alone");
  }

  private static Stream<String> failures(Stream<AgentRun> agents, String part) {
    return agents
        .filter(agent -> !agent.succeeded())
        .map(
            agent ->
                agent.role()
                    + part
                    + ": "
                    + agent.failure().map(failure -> failure.kind().name()).orElse("no call"));
  }

  private static Optional<String> neverMeasured(DualRun run) {
    if (run.solo().isEmpty() && run.reusedSolo().isEmpty()) {
      return Optional.of("tr116.solo=off");
    }
    return run.agents().stream()
        .filter(agent -> !hasBaseline(run, agent))
        .findFirst()
        .map(agent -> agent.role() + " was not measured alone");
  }

  private static boolean hasBaseline(DualRun run, AgentRun agent) {
    var alone =
        Stream.concat(run.solo().stream(), run.reusedSolo().stream().map(reused -> reused.run()));
    return alone.anyMatch(solo -> solo.role().equals(agent.role()));
  }
}
