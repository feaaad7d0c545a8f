package dev.tr116.junit;

import dev.tr116.llm.MemoryShortage;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.PlannedRun;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.RunRecord;
import dev.tr116.results.StoredRun;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that is over and on disk.
 *
 * @param planned what was to be run
 * @param run what happened
 * @param stored what it means, and where it stands
 * @param isKept whether an earlier process measured it
 * @param fellBack whether it was measured with less than was asked for
 */
record MeasuredRun(
    PlannedRun planned, DualRun run, StoredRun stored, boolean isKept, boolean fellBack) {
  static MeasuredRun now(PlannedRun planned, RunRecord record, StoredRun stored) {
    return new MeasuredRun(planned, record.run(), stored, false, record.fallback().isPresent());
  }

  static MeasuredRun kept(PlannedRun planned, KeptBlock block) {
    return new MeasuredRun(
        planned, block.run(), block.stored(), true, block.kept().fallback().isPresent());
  }

  DualRunMetrics metrics() {
    return stored.metrics();
  }

  RunStatus status() {
    return stored.status();
  }

  /**
   * What went wrong, one line per agent, causes before consequences; begins with a stable phrase.
   */
  String failureMessage() {
    if (status() == RunStatus.INVALID) {
      return "Run invalid: "
          + String.join("\n  ", metrics().doubts())
          + "\n  recorded: "
          + stored.record();
    }
    var failures =
        Stream.of(
                failures(run().agents(), ""),
                failures(run().solo(), " alone"),
                failures(run().primers(), " loading the model"))
            .flatMap(failed -> failed)
            .sorted(Comparator.comparing(Failed::isConsequence))
            .map(Failed::line)
            .collect(Collectors.joining("\n  "));
    var reason = failures.isEmpty() ? nothing(run().status()) : failures;
    return "Run failed: " + reason + advice() + "\n  recorded: " + stored.record();
  }

  private static String nothing(RunStatus status) {
    return status == RunStatus.INTERRUPTED
        ? "interrupted before a call was made"
        : "no call was made";
  }

  /** What to write where the server had too little memory for what was asked. */
  private String advice() {
    var shortOfMemory =
        Stream.concat(run().agents().stream(), run().solo().stream())
            .flatMap(agent -> agent.failure().stream())
            .anyMatch(MemoryShortage::isIn);
    return shortOfMemory ? "\n  " + FallbackWords.advice(fellBack) : "";
  }

  private static Stream<Failed> failures(List<AgentRun> agents, String part) {
    return agents.stream()
        .flatMap(agent -> agent.failure().map(f -> new Failed(agent.role(), part, f)).stream());
  }

  private record Failed(AgentRole role, String part, CallFailure failure) {
    boolean isConsequence() {
      return failure.kind() == FailureKind.CANCELLED;
    }

    String line() {
      var status = failure.httpStatus().isPresent() ? " " + failure.httpStatus().getAsInt() : "";
      return role + " " + failure.kind() + status + part + ": " + failure.message();
    }
  }
}
