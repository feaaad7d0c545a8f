package dev.tr116.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a reader of true speedup, slowdown, fairness and loss must know about their baselines. */
public final class BaselineNotes {
  private BaselineNotes() {}

  /**
   * One sentence for each reason why figures are missing or to be read with care, with how many of
   * the measured runs it holds for; none when every run has baselines of its own.
   */
  public static List<String> of(List<DualRunMetrics> all) {
    var runs = all.stream().filter(run -> run.isValid() && run.id().cell().isSideBySide()).toList();
    var notes = new ArrayList<String>();
    counted(runs, DualRunMetrics::trueSpeedupMissing)
        .forEach(
            (reason, count) ->
                notes.add("no true speedup in " + of(count, runs.size()) + ": " + reason));
    counted(runs, run -> run.loss().flatMap(loss -> run.phasesMissing()))
        .forEach(
            (reason, count) ->
                notes.add(
                    "contention not split by phase in " + of(count, runs.size()) + ": " + reason));
    var reused = runs.stream().filter(BaselineNotes::reuses).count();
    if (reused > 0) {
      notes.add(
          "baseline of another run in "
              + of(reused, runs.size())
              + " (tr116.solo=once): read the levelled figures");
    }
    return List.copyOf(notes);
  }

  private static Map<String, Long> counted(
      List<DualRunMetrics> runs, Function<DualRunMetrics, Optional<String>> reason) {
    var counts = new LinkedHashMap<String, Long>();
    runs.stream()
        .map(reason)
        .flatMap(Optional::stream)
        .forEach(each -> counts.merge(each, 1L, Long::sum));
    return counts;
  }

  private static boolean reuses(DualRunMetrics run) {
    return run.agents().stream()
        .flatMap(agent -> agent.solo().stream())
        .anyMatch(solo -> solo.reusedFrom().isPresent());
  }

  private static String of(long count, int all) {
    return count + " of " + all + (all == 1 ? " run" : " runs");
  }
}
