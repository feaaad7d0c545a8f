package dev.tr116.junit;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.PlannedRun;
import dev.tr116.preflight.Check;
import dev.tr116.preflight.Finding;
import dev.tr116.preflight.Level;
import dev.tr116.preflight.ModelWatch;
import dev.tr116.results.ResultStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees that models are loaded as the agents ask, and stay so while they are measured. */
final class LoadWatch {
  private final ModelWatch watch;
  private final boolean strict;
  private final ResultStore store;
  private final SessionConsole console;
  private final Map<CellId, List<String>> notAsAsked = new HashMap<>();

  /**
   * Keeps and tells what it finds.
   *
   * @param strict whether a model that is not loaded as asked spoils its runs
   */
  LoadWatch(ModelWatch watch, boolean strict, ResultStore store, SessionConsole console) {
    this.watch = watch;
    this.strict = strict;
    this.store = store;
    this.console = console;
  }

  /** After a cell's warm-up. */
  void warmedUp(PlannedCell cell) {
    try {
      var findings = watch.warmedUp(cell);
      findings.forEach(store::keep);
      findings.stream().filter(each -> each.level() != Level.INFO).forEach(console::found);
      notAsAsked.put(
          cell.id(),
          findings.stream()
              .filter(each -> each.check() == Check.CONTEXT && each.level() == Level.WARNING)
              .map(Finding::line)
              .toList());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before a run is measured. */
  void before(PlannedRun planned) {
    try {
      watch.before(planned);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a run: doubts one that paid for a load, saying why, or was not measured as asked. */
  DualRunMetrics after(PlannedRun planned, DualRunMetrics metrics) {
    try {
      var reloads = watch.after(planned, cold(metrics));
      reloads.forEach(store::keep);
      var doubts = new ArrayList<>(reloads.stream().map(Finding::message).toList());
      if (strict) {
        doubts.addAll(notAsAsked.getOrDefault(planned.id().cell(), List.of()));
      }
      return metrics.doubting(doubts);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return metrics;
    }
  }

  private static Set<AgentRole> cold(DualRunMetrics metrics) {
    return metrics.agents().stream()
        .filter(
            agent ->
                Stream.concat(agent.calls().stream(), agent.soloCalls().stream())
                    .anyMatch(call -> call.cold().orElse(false)))
        .map(AgentMetrics::role)
        .collect(Collectors.toSet());
  }
}
