package dev.tr116.junit;

import dev.tr116.agent.BlockRunner;
import dev.tr116.llm.MemoryShortage;
import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Fallback;
import dev.tr116.plan.FallbackChain;
import dev.tr116.plan.FallbackChain.Attempt;
import dev.tr116.plan.PlannedCell;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.FallbackTaken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Warms up cells; where a server has too little memory, with less than was asked for, if that is
 * wanted. All runs of a cell come after it, so all of them have one configuration.
 */
final class WarmUps {
  private final BlockRunner runner;
  private final Fallback fallback;
  private final Predicate<CellId> hasRuns;
  private final FailureNotes notes;
  private final SessionConsole console;
  private final Interruption interruption;

  WarmUps(
      BlockRunner runner,
      Fallback fallback,
      Predicate<CellId> hasRuns,
      FailureNotes notes,
      SessionConsole console,
      Interruption interruption) {
    this.runner = runner;
    this.fallback = fallback;
    this.hasRuns = hasRuns;
    this.notes = notes;
    this.console = console;
    this.interruption = interruption;
  }

  /**
   * Warms up a cell, before its first run in this process. One that has runs already keeps what
   * they were measured with.
   */
  void warmUp(PlannedCell cell) {
    var asked = runner.configurationOf(cell.runs().getFirst());
    var outcomes = interruption.during(() -> runner.warmUp(cell, asked));
    console.warmedUp(cell.id(), outcomes);
    if (failures(outcomes).stream().noneMatch(MemoryShortage::isIn)) {
      notes.warmUp(cell.id(), outcomes, FallbackWords.NOT_FOR_MEMORY);
    } else if (hasRuns.test(cell.id())) {
      notes.warmUp(cell.id(), outcomes, FallbackWords.MEASURED);
    } else if (!fallback.isOn()) {
      notes.warmUp(cell.id(), outcomes, FallbackWords.OFF);
    } else {
      fallBack(cell, asked, outcomes);
    }
  }

  private void fallBack(PlannedCell cell, CellConfiguration asked, List<AgentRun> first) {
    var attempts = new ArrayDeque<>(FallbackChain.of(fallback, asked));
    var steps = new ArrayList<String>();
    var because = new ArrayList<String>();
    var outcomes = first;
    while (!failures(outcomes).isEmpty()) {
      because.add(cause(outcomes));
      var next = next(attempts);
      decide(cell, outcomes, next.map(FallbackWords::trying).orElse(FallbackWords.EXHAUSTED));
      if (next.isEmpty()) {
        return;
      }
      steps.add(next.get().step());
      outcomes = interruption.during(() -> runner.warmUp(cell, next.get().configuration()));
      console.warmedUp(cell.id(), outcomes);
      if (failures(outcomes).isEmpty()) {
        runner.fallBack(
            cell.id(), new FallbackTaken(asked, next.get().configuration(), steps, because));
        decide(cell, outcomes, FallbackWords.holds(next.get()));
      }
    }
  }

  /** The next attempt; none once the session is being stopped. */
  private Optional<Attempt> next(Queue<Attempt> attempts) {
    return interruption.isRequested() ? Optional.empty() : Optional.ofNullable(attempts.poll());
  }

  private void decide(PlannedCell cell, List<AgentRun> outcomes, String decision) {
    notes.warmUp(cell.id(), outcomes, decision);
    notes.decided(cell.id(), decision);
    console.fallback(cell.id(), decision);
  }

  /** What failed by itself, not because another agent did. */
  private static String cause(List<AgentRun> outcomes) {
    var failures = failures(outcomes);
    return failures.stream()
        .filter(failure -> failure.kind() != FailureKind.CANCELLED)
        .findFirst()
        .orElseGet(failures::getFirst)
        .message();
  }

  private static List<CallFailure> failures(List<AgentRun> outcomes) {
    return outcomes.stream().flatMap(agent -> agent.failure().stream()).toList();
  }
}
