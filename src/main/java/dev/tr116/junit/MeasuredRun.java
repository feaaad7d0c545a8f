package dev.tr116.junit;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.PlannedRun;
import dev.tr116.results.RunRecord;
import dev.tr116.results.StoredRun;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that is over and on disk.
 *
 * @param planned what was to be run
 * @param record what was kept
 * @param stored where
 */
record MeasuredRun(PlannedRun planned, RunRecord record, StoredRun stored) {
  DualRun run() {
    return record.run();
  }

  DualRunMetrics metrics() {
    return record.metrics();
  }

  /** What went wrong, one line per agent, beginning with a stable phrase. */
  String failureMessage() {
    var failures =
        Stream.concat(lines(run().agents(), ""), lines(run().solo(), " alone"))
            .collect(Collectors.joining("\n  "));
    var reason =
        failures.isEmpty() && run().status() == RunStatus.INTERRUPTED
            ? "interrupted before a call was made"
            : failures;
    return "Run failed: " + reason + "\n  recorded: " + stored.record();
  }

  private static Stream<String> lines(List<AgentRun> agents, String part) {
    return agents.stream()
        .filter(agent -> !agent.succeeded())
        .flatMap(
            agent ->
                agent.failure().stream()
                    .map(
                        failure ->
                            agent.role()
                                + part
                                + " "
                                + failure.kind()
                                + (failure.httpStatus().isPresent()
                                    ? " " + failure.httpStatus().getAsInt()
                                    : "")
                                + ": "
                                + failure.message()));
  }
}
